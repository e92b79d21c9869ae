const { Model } = require('sequelize')

const SoftDelete = (Base) =>
  class extends Base {
    static init(attributes, options) {
      return super.init(attributes, { ...options, paranoid: true })
    }
  }

module.exports = (sequelize, DataTypes) => {
  class Visit extends SoftDelete(Model) {}
  class Room extends Model {}
  Visit.init({ reason: DataTypes.STRING }, { sequelize })
  Room.init({ floor: DataTypes.INTEGER }, { sequelize })
}
