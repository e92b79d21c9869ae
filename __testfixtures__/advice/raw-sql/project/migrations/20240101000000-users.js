module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.query(`
      CREATE TABLE users (
        id serial PRIMARY KEY,
        email text NOT NULL UNIQUE,
        phone text UNIQUE,
        city text,
        nick text,
        "deletedAt" timestamptz,
        CONSTRAINT cities UNIQUE (city, phone)
      );
    `)
    await queryInterface.sequelize.query(
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS emails ON users USING btree (email, city DESC)',
    )
    await queryInterface.sequelize.query(
      'CREATE UNIQUE INDEX live_cities ON "users" (city) WHERE "deletedAt" IS NULL',
    )
    await queryInterface.sequelize.query('CREATE UNIQUE INDEX lower_cities ON users (lower(city))')
    await queryInterface.sequelize.query(
      'CREATE UNIQUE INDEX distinct_cities ON users (city, "deletedAt") NULLS NOT DISTINCT',
    )
    await queryInterface.sequelize.query('CREATE UNIQUE INDEX dropped ON users (phone, email)')
    await queryInterface.sequelize.query('DROP INDEX IF EXISTS dropped')
    await queryInterface.sequelize.query('ALTER TABLE users DROP CONSTRAINT users_phone_key')
    await queryInterface.sequelize.query('ALTER TABLE ONLY users ADD CONSTRAINT nicks UNIQUE (nick)')
  },
}
