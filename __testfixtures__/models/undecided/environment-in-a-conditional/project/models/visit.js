const isTest = process.env.NODE_ENV === 'test'
const options = isTest ? {} : { paranoid: true }

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', { reason: DataTypes.STRING }, options)
