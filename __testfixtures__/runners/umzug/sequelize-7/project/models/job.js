module.exports = (sequelize) => sequelize.define('Job', {}, { tableName: 'jobs', paranoid: true })
