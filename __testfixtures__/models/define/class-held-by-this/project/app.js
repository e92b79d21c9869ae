const { Database } = require('./src/database')
module.exports = new Database()
