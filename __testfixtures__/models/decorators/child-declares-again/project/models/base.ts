import { Column, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({ underscored: true })
export abstract class Base extends Model {
  @DeletedAt
  @Column({ field: 'base_deleted' })
  deletedAt: Date
}
