exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  switch (queryInterface.sequelize.getDialect()) {
    case 'postgres':
      await queryInterface.sequelize.query('ALTER TABLE "users" ADD COLUMN "deletedAt" timestamptz')
      break
    case 'mysql':
    case 'mariadb':
      await queryInterface.sequelize.query('ALTER TABLE `users` ADD COLUMN `deletedAt` datetime')
      break
    default:
      await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }
}
