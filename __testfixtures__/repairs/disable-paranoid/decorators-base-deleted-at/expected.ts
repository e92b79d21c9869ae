import { Column, Model, Table } from 'sequelize-typescript'
import { Base } from './shared/base'

@Table({ tableName: 'sessions', paranoid: false })
export class Session extends Base {
  @Column
  token: string
}
