const fs = require('fs')
const path = require('path')
const folder = path.join(__dirname, '..', 'settings')
const options = {}
for (const file of fs.readdirSync(folder)) Object.assign(options, require(path.join(folder, file)))

module.exports = (sequelize, DataTypes) => sequelize.define('Ticket', { seat: DataTypes.STRING }, options)
