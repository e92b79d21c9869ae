import { DataTypes } from 'sequelize'
import * as settings from '../settings/index.js'
import { sequelize } from '../db.js'
import { softDelete } from '../settings/index.js'

export const Ticket = sequelize.define('Ticket', { seat: DataTypes.STRING }, softDelete)
export const Refund = sequelize.define('Refund', { sum: DataTypes.INTEGER }, { ...settings.softDelete })
const { softDelete: soft } = settings
export const Voucher = sequelize.define('Voucher', { code: DataTypes.STRING }, soft)
