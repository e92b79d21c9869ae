module.exports = (sequelize, DataTypes) => sequelize.define('crate', { weight: DataTypes.INTEGER }, { tableName: 'crates' })
