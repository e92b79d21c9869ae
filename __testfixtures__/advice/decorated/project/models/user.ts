import { Column, ForeignKey, HasMany, Model, Table, Unique } from 'sequelize-typescript'

@Table({ tableName: 'users', paranoid: true, indexes: [{ unique: true, fields: ['phone'] }] })
export class User extends Model {
  @Unique
  @Column
  declare email: string

  @Unique('names')
  @Column
  declare first: string

  @Unique('names')
  @Column({ field: 'last_name' })
  declare last: string

  @Column({ unique: true })
  declare nick: string

  @Column
  declare phone: string
}
