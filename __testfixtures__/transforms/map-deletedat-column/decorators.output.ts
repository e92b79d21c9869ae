import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'sessions' })
export class Session extends Model {
  @Column
  token: string

  @Column({ field: 'deleted_at' })
  @DeletedAt
  deletedAt: Date
}
