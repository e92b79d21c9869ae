import { Column, DataType, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'visits', paranoid: true, timestamps: true })
export class Visit extends Model {
  @Column(DataType.STRING)
  reason: string
}
