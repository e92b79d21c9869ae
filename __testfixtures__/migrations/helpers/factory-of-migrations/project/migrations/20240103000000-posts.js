const softDelete = require('../lib/soft-delete')

module.exports = softDelete('posts', 'deleted_at')
