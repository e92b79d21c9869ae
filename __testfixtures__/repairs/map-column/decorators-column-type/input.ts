import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table
export class Session extends Model {
  @DeletedAt
  @Column(DataType.DATE(3))
  deletedAt: Date
}
