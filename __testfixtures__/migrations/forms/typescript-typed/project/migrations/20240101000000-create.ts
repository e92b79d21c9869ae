import { DataTypes, type QueryInterface } from 'sequelize'

interface Migration {
  up(queryInterface: QueryInterface): Promise<void>
}

const tables = ['users', 'posts'] as const
const attributes = { id: { type: DataTypes.INTEGER, primaryKey: true }, deletedAt: DataTypes.DATE } satisfies object

export default <Migration>{
  up: async (queryInterface: QueryInterface): Promise<void> => {
    for (const table of tables) await queryInterface.createTable(table as string, attributes)
    await (queryInterface as any).removeColumn(tables[1]!, 'deletedAt')
  },
}
