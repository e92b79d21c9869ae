import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'visits' })
export class Visit extends Model {
  @DeletedAt
  deletedAt: Date
}

@Table
export class HomeVisit extends Visit {
  @Column
  street: string
}
