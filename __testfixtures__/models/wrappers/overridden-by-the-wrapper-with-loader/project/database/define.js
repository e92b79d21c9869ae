module.exports = (sequelize, name, attributes, options) =>
  sequelize.define(name, attributes, { ...options, paranoid: false, tableName: `t_${name.toLowerCase()}` })
