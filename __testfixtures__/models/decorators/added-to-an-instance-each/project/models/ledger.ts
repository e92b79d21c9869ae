import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'ledgers' })
export class Ledger extends Model {
  @Column declare year: number
}
