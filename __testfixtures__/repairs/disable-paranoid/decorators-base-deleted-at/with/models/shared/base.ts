import { DeletedAt, Model } from 'sequelize-typescript'

export abstract class Base extends Model {
  @DeletedAt
  deletedAt: Date
}
