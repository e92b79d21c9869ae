exports.up = async (queryInterface) => {
  await queryInterface.sequelize.query('CREATE TABLE Users (id serial PRIMARY KEY, name text)')
  await queryInterface.sequelize.query('ALTER TABLE Users ADD COLUMN deletedAt timestamptz')
}
