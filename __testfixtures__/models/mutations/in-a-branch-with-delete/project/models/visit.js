const options = { tableName: 'visit', paranoid: true }
if (process.env.HARD) delete options.paranoid

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, { ...options })
