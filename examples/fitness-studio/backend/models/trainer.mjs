import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

export class Trainer extends Model {}

Trainer.init(
  {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    name: { type: DataTypes.STRING, allowNull: false },
  },
  { sequelize, modelName: 'Trainer', tableName: 'trainers', timestamps: false, paranoid: true },
)
