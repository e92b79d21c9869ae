import { DataTypes, Model } from '@sequelize/core'

export class Session extends Model {
  declare token: string
}

export const setup = (sequelize) =>
  Session.init({ token: DataTypes.STRING, deletedAt: { type: DataTypes.DATE, columnName: 'deleted_at' } }, { sequelize, paranoid: true })
