module.exports = (sequelize) => sequelize.define('Log', {}, { paranoid: true, timestamps: false })
