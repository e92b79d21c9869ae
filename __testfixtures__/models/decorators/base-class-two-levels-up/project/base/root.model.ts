import { Column, Model, PrimaryKey } from 'sequelize-typescript'

export abstract class RootModel<T extends {} = any> extends Model<T> {
  @PrimaryKey
  @Column
  declare id: number
}
