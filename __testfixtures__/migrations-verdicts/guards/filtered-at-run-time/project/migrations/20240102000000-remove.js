const kept = (process.env.KEPT || 'users').split(',')
exports.up = async (queryInterface) => {
  for (const table of ['users', 'posts'].filter((one) => !kept.includes(one)))
    await queryInterface.removeColumn(table, 'deletedAt')
}
