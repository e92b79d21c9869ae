module.exports = (sequelize) => sequelize.define('User', {}, { tableName: 'users', paranoid: true })
