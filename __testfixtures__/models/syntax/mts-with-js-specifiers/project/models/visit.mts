import { DataTypes, Model } from 'sequelize'
import { sequelize } from './db.mjs'

export default class Visit extends Model {
  declare reason: string
  static #soft = { paranoid: true }
  static {
    Visit.init({ reason: DataTypes.STRING }, { sequelize, ...Visit.#soft })
  }
}
