import { DeletedAt, Model } from 'sequelize-typescript'

export function Soft(Base: any = Model): any {
  class SoftModel extends Base {
    @DeletedAt
    deletedAt: Date
  }
  return SoftModel
}
