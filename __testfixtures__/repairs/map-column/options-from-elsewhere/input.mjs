import { DataTypes, Model } from 'sequelize'
import { options } from './shared/options.mjs'

class Session extends Model {}
Session.init({ token: DataTypes.STRING }, options)
export default Session
