const sql = String.raw
exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(sql`ALTER TABLE users ADD COLUMN "deletedAt" timestamptz`)
}
