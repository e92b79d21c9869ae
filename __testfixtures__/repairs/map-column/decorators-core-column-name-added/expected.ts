import { DataTypes, Model } from '@sequelize/core'
import { Attribute, DeletedAt, Table, ColumnName } from '@sequelize/core/decorators-legacy'

@Table
export class Session extends Model {
  @Attribute(DataTypes.STRING)
  declare token: string

  @ColumnName('deleted_at')
  @DeletedAt
  declare deletedAt: Date | null
}
