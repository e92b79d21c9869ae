import { DataTypes, Sequelize } from 'sequelize'
import settings from '../settings.json' with { type: 'json' }

const db = new Sequelize({ dialect: 'postgres', define: settings.define })
export const Visit = db.define('Visit', { reason: DataTypes.STRING })
