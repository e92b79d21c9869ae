const { addSoftDelete } = require('@studio/migrations')
exports.up = (queryInterface, Sequelize) => addSoftDelete(queryInterface, 'users')
