import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table
export class Visit extends Model {
  @Column
  reason: string

  @DeletedAt
  'removedAt': Date
}
