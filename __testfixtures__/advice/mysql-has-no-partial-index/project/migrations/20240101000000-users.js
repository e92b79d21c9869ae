module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('users', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      email: { type: Sequelize.STRING, unique: true },
      city: Sequelize.STRING,
      deleted_at: Sequelize.DATE,
    })
    await queryInterface.addIndex('users', ['city'], { unique: true, where: { deleted_at: null } })
    await queryInterface.sequelize.query('ALTER TABLE `users` ADD UNIQUE KEY `both` (`city`(20), `email`)')
  },
}
