import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'sessions', paranoid: false })
export class Session extends Model {
  @Column
  token: string
}
