import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

export default class Session extends Model {}

Session.init(
  { token: DataTypes.STRING },
  { sequelize, modelName: 'Session', tableName: 'sessions', timestamps: true, paranoid: false },
)
