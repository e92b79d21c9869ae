const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', define: { paranoid: true } })

const models = { Visit: require('./visit'), Room: require('./room') }
Object.values(models).forEach((model) => model.init(sequelize, DataTypes))
Object.entries(models).forEach(([, model]) => model.associate && model.associate(models))

module.exports = { ...models, sequelize }
