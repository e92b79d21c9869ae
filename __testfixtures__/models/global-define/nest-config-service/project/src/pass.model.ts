import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'passes', paranoid: true })
export class Pass extends Model<Pass> {
  @Column
  gate: string
}
