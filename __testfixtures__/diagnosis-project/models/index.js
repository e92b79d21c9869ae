const fs = require('fs')
const path = require('path')
const { Sequelize, DataTypes } = require('sequelize')

const sequelize = new Sequelize('postgres://localhost/studio')
const db = { sequelize }

for (const file of fs.readdirSync(__dirname).filter((name) => name !== 'index.js')) {
  const model = require(path.join(__dirname, file))(sequelize, DataTypes)
  db[model.name] = model
}
for (const model of Object.values(db)) if (model.associate) model.associate(db)

module.exports = db
