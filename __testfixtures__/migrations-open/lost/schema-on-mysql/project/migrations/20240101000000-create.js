exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable({ tableName: 'users', schema: 'app' }, { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query('ALTER TABLE `app.users` ADD COLUMN `deletedAt` DATETIME NULL')
}
