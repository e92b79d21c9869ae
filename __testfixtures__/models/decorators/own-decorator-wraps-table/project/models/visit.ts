import { Column, Model } from 'sequelize-typescript'
import { SoftTable } from './soft-table'

@SoftTable({ tableName: 'visit' })
export class Visit extends Model {
  @Column
  reason: string
}
