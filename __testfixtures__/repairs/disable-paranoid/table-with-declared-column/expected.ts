import { Column, CreatedAt, DataType, Model, Table } from 'sequelize-typescript'

@Table({ paranoid: false })
export class Session extends Model {
  @Column token: string
}
