exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.createTable('posts', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  const sql = 'ALTER TABLE :table: ADD COLUMN "deletedAt" timestamptz'
  for (const table of ['users', 'posts']) await queryInterface.sequelize.query(sql.replace(':table:', table))
}
