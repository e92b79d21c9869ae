exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createSchema('studio')
  for (const schema of ['studio', 'public'])
    await queryInterface.createTable(
      { tableName: 'users', schema },
      { id: { type: Sequelize.INTEGER, primaryKey: true } },
    )
}
