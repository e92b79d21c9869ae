import { DataTypes } from 'sequelize'
import db from '#database'
import { soft } from '#options/soft'

export const Visit = db.define('Visit', { reason: DataTypes.STRING }, { ...soft })
