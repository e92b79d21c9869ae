const { addSoftDelete } = require('../build/soft-delete')
exports.up = (queryInterface, Sequelize) => addSoftDelete(queryInterface, 'users')
