import { Column, Model, Table } from 'sequelize-typescript'

@Table
export class Visit extends Model {
  @Column
  reason: string
}

@Table({ paranoid: false })
export class Room extends Model {
  @Column
  floor: number
}
