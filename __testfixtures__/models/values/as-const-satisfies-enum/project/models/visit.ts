import type { ModelOptions } from 'sequelize'

enum Column {
  Deleted = 'deleted_on',
}
const enum Flag {
  Off,
  On,
}
const options = { paranoid: true, deletedAt: Column.Deleted } satisfies ModelOptions
const names = { visit: 'visit_table' } as const

export default function (sequelize: any, DataTypes: any) {
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  sequelize.define('Room', { reason: DataTypes.STRING }, <ModelOptions>{ tableName: names['visit']!, paranoid: !!Flag.On })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { ...options, deletedAt: `${Column.Deleted}_bed` as string })
}
