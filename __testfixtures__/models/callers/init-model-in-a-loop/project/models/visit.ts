import { DataTypes, type InitOptions, Model, type Sequelize } from 'sequelize'

export class Visit extends Model {
  static initModel(sequelize: Sequelize, options: Partial<InitOptions>) {
    this.init({ reason: DataTypes.STRING }, { sequelize, ...options })
  }
}
