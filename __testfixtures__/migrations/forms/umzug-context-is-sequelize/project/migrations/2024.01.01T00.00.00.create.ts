import { DataTypes, type Sequelize } from 'sequelize'
import type { MigrationFn } from 'umzug'

export const up: MigrationFn<Sequelize> = async ({ context: sequelize }) => {
  await sequelize.getQueryInterface().createTable('users', {
    id: { type: DataTypes.INTEGER, primaryKey: true },
  })
  await sequelize.getQueryInterface().addColumn('users', 'deletedAt', DataTypes.DATE)
}
