import { DataTypes, type InitOptions, Model, type Sequelize } from 'sequelize'

export class Room extends Model {
  static initModel(sequelize: Sequelize, options: Partial<InitOptions>) {
    this.init({ floor: DataTypes.INTEGER }, { sequelize, ...options, paranoid: false, tableName: 'rooms' })
  }
}
