import { DataTypes } from 'sequelize'
import { db, SOFT, options } from '../shared/index.js'

export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...SOFT, ...options.visit })
