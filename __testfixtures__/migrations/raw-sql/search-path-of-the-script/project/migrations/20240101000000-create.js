exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(`
    CREATE SCHEMA app;
    SET search_path TO app, public;
    CREATE TABLE users (id integer, "deletedAt" timestamptz);
    SET search_path TO public;
  `)
}
