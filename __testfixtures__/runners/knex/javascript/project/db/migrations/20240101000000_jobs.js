exports.up = (knex) =>
  knex.schema.createTable('jobs', (table) => {
    table.increments('id')
    table.string('title')
    table.timestamp('createdAt')
    table.timestamp('updatedAt')
  })

exports.down = (knex) => knex.schema.dropTable('jobs')
