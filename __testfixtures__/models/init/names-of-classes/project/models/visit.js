const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })

let Visit
Visit = class extends Model {}
Visit.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })

const models = { Room: class extends Model {} }
models.Room.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })

const Bed = class Inner extends Model {}
Bed.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })

class Ward extends Model {
  static name = 'Section'
}
Ward.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })

const { Tag = class extends Model {} } = {}
Tag.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true })
