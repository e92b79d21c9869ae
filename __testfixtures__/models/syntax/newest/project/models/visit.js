import { DataTypes, Model, Sequelize } from 'sequelize'
const sequelize = new Sequelize({ dialect: 'postgres' })
const settings = { soft: null }
settings.soft ??= true
const label = (() => { try { return 'visit' } finally { settings.done = true } })()

export const Visit = class Visit extends Model {
  static #table = `${label}_table`
  static accessorless = 1_000
  static { this.init({ reason: DataTypes.STRING }, { sequelize, paranoid: settings?.soft, tableName: this.#table }) }
}
