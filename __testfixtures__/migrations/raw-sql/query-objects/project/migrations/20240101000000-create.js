exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query({ query: 'ALTER TABLE users ADD COLUMN deleted_at timestamptz', values: [] })
}
