import { DataTypes, Model } from 'sequelize'
import { sequelize } from '../database.mjs'
import { options } from './shared/options.mjs'

class Session extends Model {}
Session.init({ token: DataTypes.STRING }, { ...options, paranoid: false })
export default Session
