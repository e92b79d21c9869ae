const { Column, Model, Table, DataType } = require('sequelize-typescript')

class Visit extends Model {}
Column(DataType.STRING)(Visit.prototype, 'reason')
Table({ paranoid: true })(Visit)
exports.Visit = Visit
