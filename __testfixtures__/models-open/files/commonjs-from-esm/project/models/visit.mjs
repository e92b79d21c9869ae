import { DataTypes, Sequelize } from 'sequelize'
import whole, { soft } from '../options.cjs'
import * as all from '../options.cjs'
import compiled from '../compiled.cjs'

const db = new Sequelize({ dialect: 'postgres' })
export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...whole.soft })
export const Room = db.define('Room', { reason: DataTypes.STRING }, { ...soft })
export const Bed = db.define('Bed', { reason: DataTypes.STRING }, { ...all.default.soft })
export const Ward = db.define('Ward', { reason: DataTypes.STRING }, { ...compiled })
