import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

export class Room extends Model {}

Room.init(
  {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    name: { type: DataTypes.STRING, allowNull: false },
    places: { type: DataTypes.INTEGER, allowNull: false },
  },
  { sequelize, modelName: 'Room', tableName: 'rooms' },
)
