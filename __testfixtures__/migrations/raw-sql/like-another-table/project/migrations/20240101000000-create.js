exports.up = async ({ sequelize }) => {
  await sequelize.query('CREATE TABLE a (id integer, "deletedAt" timestamptz)')
  await sequelize.query('CREATE TABLE b (LIKE a INCLUDING ALL)')
  await sequelize.query('CREATE TABLE c AS SELECT * FROM a')
  await sequelize.query('CREATE TABLE d (name text) INHERITS (a)')
}
