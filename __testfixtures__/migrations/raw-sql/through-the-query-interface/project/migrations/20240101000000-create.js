exports.up = async (queryInterface) => {
  await queryInterface.sequelize.query(`
    CREATE TABLE "users" (
      id serial PRIMARY KEY,
      email varchar(255) NOT NULL,
      "createdAt" timestamptz NOT NULL DEFAULT now()
    );
  `)
  await queryInterface.sequelize.query('ALTER TABLE "users" ADD COLUMN "deletedAt" timestamptz')
}
