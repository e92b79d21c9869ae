import { DataTypes, Model } from '@sequelize/core'
import { Attribute, ColumnName, DeletedAt, Table } from '@sequelize/core/decorators-legacy'

@Table({ tableName: 'visit' })
export class Visit extends Model {
  @Attribute(DataTypes.STRING)
  declare reason: string

  @DeletedAt
  declare removedOn: Date | null
}

@Table({ paranoid: true })
export class Room extends Model {
  @Attribute(DataTypes.INTEGER)
  declare floor: number
}

@Table
export class Bed extends Model {
  @DeletedAt
  @ColumnName('delete_time')
  declare deletedAt: Date | null
}
