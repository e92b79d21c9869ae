const { addSoftDelete } = require('../lib/soft-delete')

exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.createTable('posts', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await addSoftDelete(queryInterface, 'users', Sequelize)
}
