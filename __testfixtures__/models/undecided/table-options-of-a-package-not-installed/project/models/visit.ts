import { softTable } from '@acme/clinic-options'
import { Column, Model, Table } from 'sequelize-typescript'

@Table(softTable)
export class Visit extends Model {
  @Column
  reason: string
}
