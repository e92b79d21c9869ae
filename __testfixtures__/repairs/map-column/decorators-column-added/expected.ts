import { Column, DeletedAt, Model, Table, DataType } from 'sequelize-typescript'

@Table({ tableName: 'sessions' })
export class Session extends Model {
  @Column
  token: string

  @Column({ type: DataType.DATE, field: 'deleted_at' })
  @DeletedAt
  deletedAt: Date
}
