exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query('ALTER TABLE `studio`.`users` ADD COLUMN `deletedAt` DATETIME NULL')
}
