module.exports = (sequelize) => sequelize.define('Off', {}, { paranoid: true, deletedAt: false })
