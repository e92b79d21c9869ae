module.exports = (sequelize, { STRING }) =>
  sequelize.define(process.env.VISIT_MODEL, { reason: STRING }, { paranoid: true })
