import { DeletedAt } from 'sequelize-typescript'
import { RootModel } from './root.model'

export abstract class AuditedModel<T extends {} = any> extends RootModel<T> {
  @DeletedAt
  declare deletedAt?: Date
}
