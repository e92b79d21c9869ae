import { Column, DataType, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'jobs', paranoid: true })
export class Job extends Model {
  @Column(DataType.STRING)
  title: string
}
