import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

class Session extends Model {}

Session.init(
  { token: { type: DataTypes.STRING } },
  { sequelize, modelName: 'Session', tableName: 'sessions', timestamps: true, paranoid: true },
)

export default Session
