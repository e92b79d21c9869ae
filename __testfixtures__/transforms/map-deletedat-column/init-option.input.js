import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

// The session of a user.
class Session extends Model {}

Session.init(
  { token: DataTypes.STRING },
  { sequelize, modelName: 'Session', paranoid: true },
)

export default Session
