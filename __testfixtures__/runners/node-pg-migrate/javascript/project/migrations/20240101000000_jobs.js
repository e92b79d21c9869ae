exports.up = (pgm) => {
  pgm.createTable('jobs', {
    id: 'id',
    title: { type: 'text' },
    createdAt: { type: 'timestamptz' },
    updatedAt: { type: 'timestamptz' },
  })
}

exports.down = (pgm) => {
  pgm.dropTable('jobs')
}
