import { DataTypes, Model } from 'sequelize'
import { softDelete } from './shared/options.mjs'

export class Session extends Model {
  static setup(sequelize) {
    return super.init({ token: DataTypes.STRING }, { sequelize, ...softDelete })
  }
}
