const renamed = { createdAt: 'created_at', deletedAt: 'deleted_at' }

exports.up = async (queryInterface) => {
  for (const [before, after] of Object.entries(renamed)) {
    await queryInterface.renameColumn('users', before, after)
  }
}
