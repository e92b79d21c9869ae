const fs = require('fs')
const path = require('path')
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })
const defaults = { paranoid: true, underscored: true }
const db = {}

fs.readdirSync(__dirname)
  .filter((file) => file.indexOf('.') !== 0 && file !== path.basename(__filename) && file.slice(-3) === '.js')
  .forEach((file) => {
    const model = require(path.join(__dirname, file))(sequelize, DataTypes, defaults)
    db[model.name] = model
  })

module.exports = db
