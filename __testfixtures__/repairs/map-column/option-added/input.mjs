import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

class Session extends Model {}
Session.init({
  token: DataTypes.STRING,
}, {
  sequelize,
  paranoid: true,
})
export default Session
