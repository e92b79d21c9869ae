export const up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
}

export const down = async (queryInterface) => {
  await queryInterface.addColumn('users', 'deletedAt', 'DATE')
}
