module.exports = (sequelize, { STRING }) => sequelize.define('Visit', { reason: STRING })
