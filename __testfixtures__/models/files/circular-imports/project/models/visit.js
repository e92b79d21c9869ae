import { DataTypes, Model } from 'sequelize'
import { db, soft } from './index.js'

export class Visit extends Model {
  static setup() {
    Visit.init({ reason: DataTypes.STRING }, { sequelize: db, ...soft })
  }
}

export const extra = { tableName: 'visit' }
Visit.setup()
