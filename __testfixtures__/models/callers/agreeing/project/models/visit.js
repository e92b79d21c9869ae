const { Model } = require('sequelize')
let Visit
module.exports = (sequelize, DataTypes, { soft }) => {
  Visit = Visit || class Visit extends Model {}
  return Visit.init({ reason: DataTypes.STRING }, { sequelize, modelName: 'Visit', paranoid: soft })
}
