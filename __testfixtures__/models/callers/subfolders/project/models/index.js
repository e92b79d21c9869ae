const { readdirSync, statSync } = require('fs')
const { join } = require('path')
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

function load(folder) {
  readdirSync(folder).forEach((name) => {
    const place = join(folder, name)
    if (statSync(place).isDirectory()) load(place)
    else if (place !== __filename) require(place)(sequelize, DataTypes, { paranoid: true })
  })
}

load(__dirname)
