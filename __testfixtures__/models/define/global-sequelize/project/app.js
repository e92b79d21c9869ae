const { Sequelize } = require('sequelize')

global.sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres', define: { underscored: true } })
require('./models/visit')
