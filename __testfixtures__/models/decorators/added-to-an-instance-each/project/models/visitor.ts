import { Column, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'visitors' })
export class Visitor extends Model {
  @Column declare badge: string
}
