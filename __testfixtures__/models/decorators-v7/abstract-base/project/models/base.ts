import { Model } from '@sequelize/core'
import { DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table.Abstract({ underscored: true })
export abstract class Base extends Model {
  @DeletedAt
  declare deletedAt: Date | null
}
