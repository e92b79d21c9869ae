import { createRequire } from 'node:module'
import { DataTypes, Sequelize } from 'sequelize'
const require = createRequire(import.meta.url)
const options = require('./options.cjs')

export const Visit = new Sequelize({ dialect: 'postgres' }).define('Visit', { reason: DataTypes.STRING }, { ...options })
