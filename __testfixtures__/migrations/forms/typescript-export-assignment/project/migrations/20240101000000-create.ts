import { QueryInterface, DataTypes } from 'sequelize'

export = {
  up: async (queryInterface: QueryInterface, Sequelize: typeof DataTypes) => {
    await queryInterface.createTable('users', { id: { type: DataTypes.INTEGER, primaryKey: true } })
    await queryInterface.addColumn('users', 'deletedAt', { type: DataTypes.DATE })
  },
  down: async (queryInterface: QueryInterface) => queryInterface.dropTable('users'),
}
