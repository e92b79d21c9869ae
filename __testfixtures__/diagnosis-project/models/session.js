const { Model } = require('sequelize')

module.exports = (sequelize, DataTypes) => {
  class Session extends Model {
    static associate({ Booking, Studio }) {
      this.belongsTo(Studio, { as: 'place' })
      this.hasMany(Booking)
    }
  }
  return Session.init({ title: DataTypes.STRING }, { sequelize, tableName: 'sessions', paranoid: true })
}
