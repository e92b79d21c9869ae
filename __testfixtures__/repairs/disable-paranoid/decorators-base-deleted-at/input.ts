import { Column, Model, Table } from 'sequelize-typescript'
import { Base } from './shared/base'

@Table({ tableName: 'sessions' })
export class Session extends Base {
  @Column
  token: string
}
