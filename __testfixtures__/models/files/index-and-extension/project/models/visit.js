const soft = require('../options')
const more = require('../options.js')

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft })
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...more })
}
