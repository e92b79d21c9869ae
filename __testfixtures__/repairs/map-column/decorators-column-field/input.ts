import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table
export class Session extends Model {
  @DeletedAt
  @Column({
    type: DataType.DATE,
    field: 'removed',
  })
  deletedAt: Date
}
