module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('places', { id: Sequelize.INTEGER })
    await queryInterface.createTable('sessions', {
      id: Sequelize.INTEGER,
      placeId: { type: Sequelize.INTEGER, references: { model: 'places', key: 'id' }, onDelete: 'CASCADE' },
    })
    await queryInterface.createTable('clicks', {
      sessionId: {
        type: Sequelize.INTEGER,
        references: { model: { tableName: 'sessions' }, key: 'id' },
        onDelete: 'cascade',
      },
    })
    await queryInterface.createTable('marks', { sessionId: Sequelize.INTEGER, other: Sequelize.INTEGER })
    await queryInterface.addConstraint('marks', {
      type: 'foreign key',
      fields: ['sessionId'],
      references: { table: 'sessions', field: 'id' },
      onDelete: 'CASCADE',
    })
    await queryInterface.sequelize.query('CREATE TABLE notes (id int, session int REFERENCES sessions (id) ON DELETE CASCADE)')
    await queryInterface.sequelize.query(
      'ALTER TABLE notes ADD CONSTRAINT twice FOREIGN KEY (id) REFERENCES sessions (id) ON DELETE SET NULL',
    )
    await queryInterface.sequelize.query(
      'CREATE TABLE gone (session int, CONSTRAINT gone_fk FOREIGN KEY (session) REFERENCES "sessions" (id) ON DELETE CASCADE)',
    )
    await queryInterface.sequelize.query('ALTER TABLE gone DROP CONSTRAINT gone_fk')
  },
}
