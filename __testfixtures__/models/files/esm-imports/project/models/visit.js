import { DataTypes } from 'sequelize'
import db, { soft as softOptions } from '../database/index.js'
import * as tables from '../database/tables.js'

export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...softOptions, tableName: tables.visit })
export const Room = db.define('Room', { floor: DataTypes.INTEGER }, { ...tables.default.room })
