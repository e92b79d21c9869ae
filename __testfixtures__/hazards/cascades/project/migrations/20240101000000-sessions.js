module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('sessions', { id: { type: Sequelize.INTEGER, primaryKey: true } })
    await queryInterface.createTable('devices', {
      sessionId: { type: Sequelize.INTEGER, references: { model: 'sessions', key: 'id' }, onDelete: 'CASCADE' },
      userId: { type: Sequelize.INTEGER, references: { model: 'users', key: 'id' }, onDelete: 'CASCADE' },
    })
    await queryInterface.addColumn('clicks', 'sessionId', {
      type: Sequelize.INTEGER,
      references: { model: 'sessions', key: 'id' },
      onDelete: 'SET NULL',
    })
    await queryInterface.bulkUpdate('sessions', { deletedAt: null }, {})
  },
}
