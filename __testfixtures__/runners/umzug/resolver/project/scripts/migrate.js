const umzug = require('../umzug')
const { sequelize } = require('../database')

const work = process.argv.includes('down') ? umzug.down() : umzug.up()
work.finally(() => sequelize.close())
