exports.up = async ({ sequelize }) => {
  const [rows] = await sequelize.query(
    `SELECT table_name FROM information_schema.columns WHERE column_name = 'deletedAt'`,
  )
  for (const { table_name } of rows)
    await sequelize.query(`ALTER TABLE "${table_name}" DROP COLUMN "deletedAt"`)
}
