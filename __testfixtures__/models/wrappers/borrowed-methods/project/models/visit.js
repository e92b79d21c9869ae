const { Model, Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

const define = sequelize.define.bind(sequelize)
define('Bed', {}, { paranoid: true })
sequelize.define.call(sequelize, 'Nurse', {}, { paranoid: true, deletedAt: 'gone' })
sequelize.define.apply(sequelize, ['Room', {}, { paranoid: false }])
Reflect.apply(sequelize.define, sequelize, ['Visit', {}, { paranoid: true }])

class Ward extends Model {
  static init(attributes, options) {
    return Model.init.call(this, attributes, { sequelize, paranoid: true, ...options })
  }
}
Ward.init({ beds: DataTypes.INTEGER }, { tableName: 'wards' })
