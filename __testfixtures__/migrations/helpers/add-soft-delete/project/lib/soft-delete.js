exports.addSoftDelete = async (queryInterface, table, { DATE }) => {
  await queryInterface.addColumn(table, 'deletedAt', { type: DATE, allowNull: true })
  await queryInterface.addIndex(table, ['deletedAt'])
}
