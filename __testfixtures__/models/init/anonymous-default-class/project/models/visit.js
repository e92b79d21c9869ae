import { DataTypes, Model, Sequelize } from 'sequelize'

export default class extends Model {
  static {
    this.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }), paranoid: true })
  }
}
