module.exports = require('@studio/migrations').softDelete('users')
