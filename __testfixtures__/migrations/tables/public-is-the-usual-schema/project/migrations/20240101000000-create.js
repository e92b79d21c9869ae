exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.addColumn({ tableName: 'users', schema: 'public' }, 'deletedAt', Sequelize.DATE)
  await queryInterface.sequelize.query('ALTER TABLE public.users RENAME COLUMN "deletedAt" TO gone')
}
