import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'sessions' })
export class Session extends Model {
  @Column
  token: string

  @DeletedAt
  deletedAt: Date
}
