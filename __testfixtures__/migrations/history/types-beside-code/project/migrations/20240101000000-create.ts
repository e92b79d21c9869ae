import type { QueryInterface } from 'sequelize'
import { DataTypes } from 'sequelize'

export async function up(queryInterface: QueryInterface) {
  await queryInterface.createTable('users', { id: { type: DataTypes.INTEGER, primaryKey: true } })
}
