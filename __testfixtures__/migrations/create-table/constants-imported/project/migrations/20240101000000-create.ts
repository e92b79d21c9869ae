import { DataTypes, type QueryInterface } from 'sequelize'
import { Columns, Tables } from '../src/tables'

export async function up(queryInterface: QueryInterface): Promise<void> {
  await queryInterface.createTable(Tables.USERS, {
    id: { type: DataTypes.INTEGER, primaryKey: true },
    [Columns.DeletedAt]: { type: DataTypes.DATE, allowNull: true },
  })
  await queryInterface.createTable(Tables.POSTS, {
    id: { type: DataTypes.INTEGER, primaryKey: true },
  })
}
