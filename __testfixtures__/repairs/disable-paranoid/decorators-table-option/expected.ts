import { Column, CreatedAt, DataType, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'sessions', paranoid: false })
export class Session extends Model {
  @Column(DataType.STRING)
  token: string
}
