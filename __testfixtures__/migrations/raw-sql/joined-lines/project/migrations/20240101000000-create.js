exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(['ALTER TABLE users', 'ADD COLUMN "deletedAt" timestamptz'].join(' '))
}
