exports.up = async ({ sequelize }) => {
  await sequelize.query('CREATE TABLE users (id integer, "deletedAt" timestamptz, gone text)')
  await sequelize.query('ALTER TABLE users DROP COLUMN IF EXISTS gone, DROP COLUMN "deletedAt"')
  await sequelize.query('CREATE TABLE posts (id integer, "deletedAt" timestamptz)')
  await sequelize.query('ALTER TABLE posts RENAME COLUMN "deletedAt" TO deleted_at')
  await sequelize.query('ALTER TABLE posts RENAME TO articles')
  await sequelize.query('CREATE TABLE tags (id integer); DROP TABLE tags')
}
