import { Sequelize } from 'sequelize'
import { Visit } from './visit.js'

export const db = new Sequelize({ dialect: 'postgres' })
export const soft = { paranoid: true }
export const all = () => [Visit]
