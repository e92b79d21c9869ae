exports.up = async (queryInterface, Sequelize) => {
  if (queryInterface.sequelize.getDialect() === 'postgres')
    await queryInterface.sequelize.query(
      'ALTER TABLE "users" ALTER COLUMN "deletedAt" TYPE timestamptz USING NULL',
    )
  await queryInterface.changeColumn('users', 'deletedAt', { type: Sequelize.DATE, allowNull: true })
}
