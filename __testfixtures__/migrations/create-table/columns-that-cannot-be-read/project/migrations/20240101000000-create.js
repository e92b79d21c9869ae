const audited = require('@studio/columns')

module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.createTable('users', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      ...audited(Sequelize),
    }),
}
