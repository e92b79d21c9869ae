const room = () => ({ ...require('./index').soft, deletedAt: 'gone' })
module.exports = { room }
