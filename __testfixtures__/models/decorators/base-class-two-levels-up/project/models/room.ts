import { Column, Table } from 'sequelize-typescript'
import { RootModel } from '../base/root.model'

@Table
export class Room extends RootModel {
  @Column
  floor: number
}
