import { DataTypes, Model } from '@sequelize/core'
import { Attribute, Table } from '@sequelize/core/decorators-legacy'

@Table({ tableName: 'sessions', paranoid: false })
export class Session extends Model {
  @Attribute(DataTypes.STRING)
  declare token: string

  declare deletedAt: Date | null
}
