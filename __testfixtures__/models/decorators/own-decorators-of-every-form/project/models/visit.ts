import { Column, Model, Table } from 'sequelize-typescript'
import { Archived, Gone, SoftTable } from './soft-table'

@SoftTable('visit')
export class Visit extends Model {
  @Column
  reason: string
}

@Archived
export class Old extends Model {
  @Column
  reason: string
}

@Table({ paranoid: true })
export class Bed extends Model {
  @Gone('gone_at')
  goneAt: Date
}
