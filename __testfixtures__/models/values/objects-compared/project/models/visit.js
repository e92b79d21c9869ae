const soft = { paranoid: true }
const same = soft
const other = { paranoid: true }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: soft === same })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: soft === other })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: [soft].includes(same) })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: [soft].indexOf(other) >= 0 })
}
