module.exports = { ...require('./soft'), ...require('./table') }
Object.assign(module.exports, { unused: 1 })
