import { Column, Table } from 'sequelize-typescript'
import { AuditedModel } from '../base'

@Table
export class Visit extends AuditedModel<Visit> {
  @Column
  reason: string
}
