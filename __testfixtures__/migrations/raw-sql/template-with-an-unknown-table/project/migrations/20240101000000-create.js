exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(`ALTER TABLE "${process.env.USERS}" ADD COLUMN "deletedAt" timestamptz`)
}
