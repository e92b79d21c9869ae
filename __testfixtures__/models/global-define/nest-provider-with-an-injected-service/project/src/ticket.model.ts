import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'tickets', paranoid: true })
export class Ticket extends Model<Ticket> {
  @Column
  seat: string
}
