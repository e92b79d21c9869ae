import { DataTypes, Model } from '@sequelize/core'
import { Attribute, ColumnName, DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table
export class Session extends Model {
  @DeletedAt
  @ColumnName("deleted_at")
  declare deletedAt: Date | null
}
