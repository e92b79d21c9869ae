exports.up = ({ sequelize }) =>
  sequelize.query(`
    DO $$
    BEGIN
      IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'deletedAt') THEN
        ALTER TABLE "users" DROP COLUMN "deletedAt";
      END IF;
    END
    $$;
  `)
