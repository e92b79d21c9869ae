function Options(table) {
  this.tableName = table
  this.paranoid = true
}
Options.prototype.plain = function () {
  return { tableName: this.tableName, paranoid: this.paranoid }
}

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...new Options('visit') })
}
