const { visitFields } = require('@acme/clinic-fields')

module.exports = (sequelize, DataTypes) => sequelize.define('Visit', visitFields, { paranoid: true })
