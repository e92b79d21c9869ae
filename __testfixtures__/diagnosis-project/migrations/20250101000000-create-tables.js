module.exports = {
  async up(queryInterface, { DATE, DATEONLY, INTEGER, STRING }) {
    await queryInterface.createTable('studios', { id: INTEGER, name: STRING })
    await queryInterface.createTable('sessions', { id: INTEGER, title: STRING })
    await queryInterface.createTable('bookings', { id: INTEGER, seat: INTEGER, deleted_at: DATE })
    await queryInterface.createTable('members', { id: INTEGER, email: STRING })
    await queryInterface.createTable('visits', { id: INTEGER, day: DATEONLY, deletedAt: DATE })
    await queryInterface.createTable('rooms', { id: INTEGER, name: STRING })
    await queryInterface.createTable('tags', { id: INTEGER, word: STRING })
  },
}
