import { Column, Model, Table } from 'sequelize-typescript'

@Table
export default class Visit extends Model {
  @Column
  reason: string
}

@Table({ paranoid: undefined, freezeTableName: true })
export class Room extends Model {
  @Column
  floor: number
}

export { Visit }
