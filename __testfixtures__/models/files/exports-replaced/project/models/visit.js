const a = require('../options/replaced')
const b = require('../options/lost')
const c = require('../options/this')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...a.soft })
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...b.soft })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...c.soft })
}
