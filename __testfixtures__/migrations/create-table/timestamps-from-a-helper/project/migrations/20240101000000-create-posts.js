const { timestamps, softDelete } = require('../lib/timestamps')

module.exports = {
  up: async (queryInterface, Sequelize) => {
    await queryInterface.createTable('posts', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      title: Sequelize.STRING,
      ...timestamps(Sequelize),
      ...softDelete(Sequelize),
    })
    await queryInterface.createTable('tags', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      ...timestamps(Sequelize),
    })
  },
}
