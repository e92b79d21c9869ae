const names = require('./names')

const env = process.env.NODE_ENV || names.FIRST

module.exports = { port: 3000, database: require(`./database.${env}`) }
