import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@Table({
  tableName: 'sessions',
})
export class Session extends Model<Session> {
  @Column(DataType.STRING)
  token: string;

  @DeletedAt
  @Column({ type: DataType.DATE })
  deletedAt: Date;

  @CreatedAt
  createdAt: Date;
}
