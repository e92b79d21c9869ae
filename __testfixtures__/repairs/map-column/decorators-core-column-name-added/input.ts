import { DataTypes, Model } from '@sequelize/core'
import { Attribute, DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table
export class Session extends Model {
  @Attribute(DataTypes.STRING)
  declare token: string

  @DeletedAt
  declare deletedAt: Date | null
}
