import { DataTypes, Model } from 'sequelize'
import { sequelize } from '../database'

export class Session extends Model {
  declare token: string
  declare readonly deletedAt?: Date
}

Session.init({ token: DataTypes.STRING }, { sequelize, paranoid: true } as const)
