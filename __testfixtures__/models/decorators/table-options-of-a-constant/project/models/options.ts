import type { TableOptions } from 'sequelize-typescript'

export const soft: TableOptions = { paranoid: true, underscored: true }
export const tableOf = (name: string): TableOptions => ({ ...soft, tableName: name })
