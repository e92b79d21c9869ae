const { Base } = require('../database/base')

module.exports = (sequelize, DataTypes) => {
  class Visit extends Base {}
  Visit.init({ reason: DataTypes.STRING }, { sequelize })
  class Room extends Base {}
  Room.init({ floor: DataTypes.INTEGER }, { sequelize, paranoid: false })
  class Bed extends Base {}
  Bed.init({ floor: DataTypes.INTEGER }, { sequelize, paranoid: undefined })
}
