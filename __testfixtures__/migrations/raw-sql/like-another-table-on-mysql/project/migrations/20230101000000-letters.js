module.exports = {
  up: async (queryInterface, Sequelize) => {
    await queryInterface.createTable('letters', { id: { type: Sequelize.INTEGER, primaryKey: true }, lostAt: Sequelize.DATE })
    await queryInterface.sequelize.query('CREATE TABLE cards LIKE letters')
    await queryInterface.sequelize.query('CREATE TABLE IF NOT EXISTS parcels (LIKE letters)')
    await queryInterface.sequelize.query('CREATE TABLE copies SELECT * FROM letters')
    await queryInterface.sequelize.query('CREATE TABLE short (note text) AS (SELECT lostAt FROM `letters` LIMIT 5)')
    await queryInterface.sequelize.query('ALTER TABLE letters DROP COLUMN lostAt')
    await queryInterface.sequelize.query('CREATE TABLE late LIKE letters')
  },
}
