import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'visits' })
export class Visit extends Model<Visit> {
  @Column
  reason: string
}
