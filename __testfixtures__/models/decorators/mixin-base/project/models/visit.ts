import { Column, Model, Table } from 'sequelize-typescript'
import { Soft } from './soft'

@Table
export class Visit extends Soft() {
  @Column
  reason: string
}

@Table
export class Room extends Soft(Model) {
  @Column
  floor: number
}
