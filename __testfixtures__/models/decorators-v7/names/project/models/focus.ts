import { DataTypes, Model } from '@sequelize/core'
import * as decorators from '@sequelize/core/decorators-legacy'

@decorators.Table({ paranoid: true, name: { singular: 'focus', plural: 'foci' } })
export class Focus extends Model {
  @decorators.Attribute(DataTypes.STRING)
  declare reason: string
}

@decorators.Table({ paranoid: true, deletedAt: 'goneOn', schema: 'people', freezeTableName: true })
export class Person extends Model {
  @decorators.Attribute({ type: DataTypes.DATE, columnName: 'gone' })
  declare goneOn: Date | null
}
