import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'
import { softDelete } from './soft-delete.mjs'

export class Membership extends Model {}

Membership.init(
  {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    userId: { type: DataTypes.INTEGER, allowNull: false },
    endsAt: { type: DataTypes.DATE, allowNull: false },
  },
  { sequelize, modelName: 'Membership', tableName: 'memberships', ...softDelete },
)
