import { DataTypes, Sequelize } from 'sequelize'
import { hard, soft } from '../options/index.js'

const db = new Sequelize({ dialect: 'postgres' })
export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...soft })
export const Room = db.define('Room', { reason: DataTypes.STRING }, { ...hard })
