import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table
export class Session extends Model {
  @Column
  token: string

  @CreatedAt
  createdAt: Date

  @DeletedAt
  deletedAt: Date
}
