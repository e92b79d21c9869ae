exports.up = async ({ sequelize }) => {
  await sequelize.query('CREATE TABLE a (id integer)')
  await sequelize.query('CREATE TABLE b (name text) INHERITS (a)')
  await sequelize.query('ALTER TABLE a ADD COLUMN "deletedAt" timestamptz')
}
