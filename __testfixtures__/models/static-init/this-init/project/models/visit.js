import { DataTypes, Model } from 'sequelize'

export default class Visit extends Model {
  static initialize(sequelize) {
    this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true, deletedAt: 'removedAt' })
  }
}
