const { Sequelize, DataTypes } = require('sequelize')

class Loader {
  constructor(options) {
    this.options = options
    this.sequelize = new Sequelize({ dialect: 'postgres' })
    this.models = {}
  }

  load(...names) {
    for (const name of names) this.models[name] = require(`./${name}`)(this.sequelize, DataTypes, this.options)
    return this
  }
}

module.exports = new Loader({ paranoid: true }).load('visit', 'room').models
