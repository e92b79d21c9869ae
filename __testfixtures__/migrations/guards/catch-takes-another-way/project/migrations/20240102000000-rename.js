exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.removeColumn('users', 'nothing').catch(async () => {
    await queryInterface.renameColumn('users', 'deletedAt', 'deleted_at')
  })
}
