var Sequelize = require('sequelize')
var sequelize = new Sequelize('postgres://u:p@localhost/db', { define: { paranoid: true, underscored: true } })
exports.Visit = sequelize.import(__dirname + '/visit')
exports.Room = sequelize['import']('./room.js')
