import { DataTypes, Model } from '@sequelize/core'
import { Attribute, DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table
export class Session extends Model {
  @DeletedAt
  @Attribute({ type: DataTypes.DATE, columnName: 'removed' })
  declare deletedAt: Date | null
}
