const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

all: for (const kind of ['a', 'b']) {
  for (const name of ['Visit', 'Room']) {
    if (kind === 'b') break all
    exports[name] = sequelize.define(name, { reason: DataTypes.STRING }, { paranoid: true })
  }
}
