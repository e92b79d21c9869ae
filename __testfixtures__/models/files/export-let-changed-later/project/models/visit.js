import { DataTypes, Sequelize } from 'sequelize'
import { options, turnOff } from '../options.js'

const db = new Sequelize({ dialect: 'postgres' })
export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...options })
turnOff()
export const Room = db.define('Room', { reason: DataTypes.STRING }, { ...options })
