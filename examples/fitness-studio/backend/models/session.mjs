import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

export class Session extends Model {}

Session.init(
  {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    title: { type: DataTypes.STRING, allowNull: false },
    startsAt: { type: DataTypes.DATE, allowNull: false },
    trainerId: { type: DataTypes.INTEGER, allowNull: false },
  },
  {
    sequelize,
    modelName: 'Session',
    tableName: 'sessions',
    timestamps: true,
    paranoid: true,
  },
)
