const MODE = 'soft'
const features = { softDelete: MODE === 'soft', hard: !MODE }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, MODE === 'soft' ? { paranoid: true } : {})
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: features.hard || false })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...(features.softDelete && { paranoid: true }) })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: features.missing ?? features.softDelete })
  sequelize.define('Tag', { reason: DataTypes.STRING }, { paranoid: typeof MODE === 'number' })
}
