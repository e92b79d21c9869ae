import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'sessions' })
export class Session extends Model {
  @Column
  token: string

  @Column
  @DeletedAt
  deletedAt: Date
}
