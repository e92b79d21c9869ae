import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ paranoid: true, deletedAt: 'deleted_at' })
export class Session extends Model {
  @Column
  token: string
}
