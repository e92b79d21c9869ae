import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'visit' })
export class Visit extends Model<Visit> {
  @Column
  reason: string

  @DeletedAt
  @Column({ field: 'gone' })
  deletedAt: Date
}
