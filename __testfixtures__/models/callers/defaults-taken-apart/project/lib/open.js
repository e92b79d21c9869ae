const fs = require('fs')
const path = require('path')
const { Sequelize, DataTypes } = require('sequelize')

const folder = path.join(__dirname, '..', 'models')

module.exports = function open(url, options = {}) {
  const { makeParanoid = true, suffix = '_v1' } = options
  const sequelize = new Sequelize(url, { dialect: 'postgres' })
  for (const file of fs.readdirSync(folder))
    require(path.join(folder, file))(sequelize, DataTypes, { makeParanoid, suffix })
  return sequelize
}
