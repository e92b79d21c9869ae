import { Column, DataType, Model, Table } from 'sequelize-typescript'

@Table
export class Visit extends Model {
  @Column({ type: DataType.STRING })
  reason: string
}
