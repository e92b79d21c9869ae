module.exports = (sequelize, DataTypes, { makeParanoid }) =>
  sequelize.define('Anchor', { weight: DataTypes.INTEGER }, { paranoid: makeParanoid })
