import { DataTypes, Model } from '@sequelize/core'
import { Attribute, ColumnName, DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table
export class Session extends Model {
  @DeletedAt
  @ColumnName("removed")
  declare deletedAt: Date | null
}
