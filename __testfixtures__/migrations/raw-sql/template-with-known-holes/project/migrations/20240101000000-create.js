const table = 'users'
const columns = { deleted: 'deleted_at' }

exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable(table, { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(`ALTER TABLE "${table}" ADD COLUMN "${columns.deleted}" ${'timestamp'}`)
}
