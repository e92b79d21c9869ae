const Promise = require('bluebird')

const create = (queryInterface, Sequelize) =>
  new Promise((resolve, reject) => {
    queryInterface
      .createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
      .then(resolve)
      .catch(reject)
  })

module.exports = {
  up: (queryInterface, Sequelize) =>
    create(queryInterface, Sequelize).then(
      () =>
        new Promise((resolve) =>
          queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE).then(() => resolve()),
        ),
    ),
}
