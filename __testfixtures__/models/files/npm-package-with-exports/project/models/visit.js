import { DataTypes } from 'sequelize'
import soft, { define } from '@clinic/model-options/soft'
import { Sequelize } from 'sequelize'

const db = new Sequelize({ dialect: 'postgres' })
export const Visit = db.define('Visit', { reason: DataTypes.STRING }, soft)
export const Room = define(db, 'Room', { reason: DataTypes.STRING })
