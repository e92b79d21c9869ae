"use strict"
var DEFAULTS = { paranoid: true }, extend = function (a, b) { for (var k in b) if (b.hasOwnProperty(k)) a[k] = b[k]; return a }

module.exports = function (sequelize, DataTypes) {
  var self = this, Visit
  Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, extend({ freezeTableName: true }, DEFAULTS))
  return Visit
}
