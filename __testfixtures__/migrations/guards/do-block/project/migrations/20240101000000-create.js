exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(`
    DO $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'deletedAt') THEN
        ALTER TABLE "users" ADD COLUMN "deletedAt" timestamptz;
      END IF;
    END
    $$;
  `)
}
