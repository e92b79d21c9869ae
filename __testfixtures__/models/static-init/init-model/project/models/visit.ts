import { DataTypes, Model, type Sequelize } from 'sequelize'

export class Visit extends Model {
  static initModel(sequelize: Sequelize): typeof Visit {
    Visit.init({ reason: DataTypes.STRING }, { sequelize, tableName: 'visits', paranoid: true })
    return Visit
  }
}
