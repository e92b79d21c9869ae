async function hasColumn({ sequelize }, table, column) {
  const [rows] = await sequelize.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' AND column_name = '${column}'`,
  )
  return rows.length > 0
}

exports.up = async (queryInterface, Sequelize) => {
  if (!(await hasColumn(queryInterface, 'users', 'deletedAt'))) {
    await queryInterface.addColumn('users', 'deletedAt', Sequelize.DATE)
  }
}
