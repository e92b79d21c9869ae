import { DataTypes } from '@sequelize/core'
import { Attribute, Table } from '@sequelize/core/decorators-legacy'
import { Base } from './base'

@Table
export class Visit extends Base {
  @Attribute(DataTypes.STRING)
  declare reason: string
}

@Table({ paranoid: false })
export class Room extends Base {
  @Attribute(DataTypes.INTEGER)
  declare floor: number
}
