import { DataTypes, Sequelize } from 'sequelize'

const { default: soft } = await import('../options.js')
const db = new Sequelize({ dialect: 'postgres' })
export const Visit = db.define('Visit', { reason: DataTypes.STRING }, soft)
