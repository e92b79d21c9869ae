import { DataTypes, Model, type Sequelize } from 'sequelize'

export class Session extends Model {
  declare token: string
  declare deletedAt: Date | null

  get isGone() {
    return this.deletedAt !== null
  }
}

export const setup = (sequelize: Sequelize) =>
  Session.init(
    {
      token: { type: DataTypes.STRING },
      deletedAt: { type: DataTypes.DATE, field: 'deleted_at' },
    },
    { sequelize, paranoid: true },
  )
