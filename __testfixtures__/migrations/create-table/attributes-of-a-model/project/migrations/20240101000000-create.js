const { attributes } = require('../models/user')

exports.up = (queryInterface) => queryInterface.createTable('users', attributes)
