import { Column, DataType, DeletedAt, Table, type TableOptions } from 'sequelize-typescript'

/** A function that applies another decorator, and columns. */
export function SoftTable(tableName: string) {
  return (target: Function): void => {
    DeletedAt(target.prototype, 'removedAt')
    Column({ field: 'removed_at', type: DataType.DATE })(target.prototype, 'removedAt')
    Table({ tableName, paranoid: true } as TableOptions)(target as never)
  }
}

/** A decorator that is used without a call. */
export const Archived: ClassDecorator = (target) => Table({ tableName: 'archive', paranoid: true })(target as never)

/** A decorator of a property. */
export const Gone = (field: string) => (target: object, key: string) => {
  Column({ field, type: DataType.DATE })(target as never, key)
  DeletedAt(target, key)
}
