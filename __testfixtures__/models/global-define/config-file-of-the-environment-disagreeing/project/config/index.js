const path = require('path')

const env = process.env.NODE_ENV || 'development'
module.exports = { database: require(path.join(__dirname, 'database.' + env + '.js')) }
