import { Column, CreatedAt, DataType, Model, Table } from 'sequelize-typescript'

@Table({ paranoid: true })
export class Session extends Model {
  @Column token: string

  /** When it was deleted. */
  @Column(DataType.DATE)
  deletedAt: Date | null
}
