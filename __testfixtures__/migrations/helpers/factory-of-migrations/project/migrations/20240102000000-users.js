module.exports = require('../lib/soft-delete')('users')
