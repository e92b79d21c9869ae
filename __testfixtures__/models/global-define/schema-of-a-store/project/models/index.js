const nconf = require('nconf').argv().env().file({ file: 'orchard.json' })
const { Sequelize, DataTypes } = require('sequelize')
const settings = require('../lib/settings')

const first = new Sequelize('a', 'b', 'c', { dialect: 'postgres', schema: nconf.get('db:schema') })
const second = new Sequelize('a', 'b', 'c', { dialect: 'postgres', define: { schema: settings.get('schema') } })
const third = new Sequelize('a', 'b', 'c', { dialect: 'postgres', define: { paranoid: nconf.get('soft') } })

require('./apple')(first, DataTypes)
require('./pear')(second, DataTypes)
require('./plum')(third, DataTypes)
