import { DataTypes, Model } from 'sequelize'

export class Session extends Model {
  static options = {
    tableName: 'sessions',
    paranoid: false,
  };

  static initialize(sequelize) {
    super.init({ token: DataTypes.STRING }, { ...this.options, sequelize });
  }
}
