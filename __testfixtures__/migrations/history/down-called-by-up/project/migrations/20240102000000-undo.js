const before = require('./20240101000000-create')

exports.up = (queryInterface) => before.down(queryInterface)
