import { DataTypes, Model } from 'sequelize'
import { sequelize } from '@db/connection'
import { soft } from '@options'

export class Visit extends Model {}
Visit.init({ reason: DataTypes.STRING }, { ...soft, sequelize, tableName: 'visit' })
