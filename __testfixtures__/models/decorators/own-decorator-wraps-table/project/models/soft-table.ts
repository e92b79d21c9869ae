import { Table, type TableOptions } from 'sequelize-typescript'

export const SoftTable = (options: TableOptions = {}) => Table({ ...options, paranoid: true })
