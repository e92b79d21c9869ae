const env = process.env.NODE_ENV || 'development'

module.exports = { port: 3000, database: require(`./${env}`) }
