import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ paranoid: true })
export class Session extends Model {
  @Column
  token: string
}
