const run = (queryInterface, sql) => queryInterface.sequelize.query(sql)

module.exports = {
  up: async (queryInterface) => {
    await run(queryInterface, 'ALTER TABLE letters RENAME TO letters_before')
    await run(queryInterface, 'CREATE TABLE letters (LIKE letters_before INCLUDING DEFAULTS, year integer) PARTITION BY RANGE (year)')
    await run(queryInterface, 'CREATE TABLE letters_2023 PARTITION OF letters FOR VALUES FROM (2023) TO (2024)')
    await run(queryInterface, 'CREATE TABLE parcels (LIKE letters INCLUDING ALL EXCLUDING DEFAULTS)')
    await run(queryInterface, 'CREATE TABLE heavy AS SELECT id, l.weight AS grams, lost_at AS "deletedAt", now() AS seen FROM letters l WHERE weight > 100')
    await run(queryInterface, 'SELECT * INTO light FROM letters WHERE weight < 100')
    await run(queryInterface, 'CREATE TABLE cards AS TABLE letters_before WITH NO DATA')
    await run(queryInterface, 'CREATE TABLE pairs AS SELECT a.*, b.grams AS other FROM letters a JOIN heavy b ON a.id = b.id')
    await run(queryInterface, 'DROP TABLE letters_before')
  },
}
