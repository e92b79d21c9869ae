import { Column, Model, Table } from 'sequelize-typescript'
import { tableOptions } from './shared/options'

@Table({ ...tableOptions, paranoid: false })
export class Session extends Model {
  @Column
  token: string
}
