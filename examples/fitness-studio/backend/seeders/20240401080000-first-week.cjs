const now = new Date('2024-04-01T06:00:00Z')
const kept = { createdAt: now, updatedAt: now }

module.exports = {
  async up(queryInterface) {
    await queryInterface.bulkInsert('trainers', [
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Grace' },
    ])
    await queryInterface.bulkInsert('users', [{ id: 1, name: 'Alan', email: 'alan@example.com', ...kept }])
    await queryInterface.bulkInsert('sessions', [
      { id: 1, title: 'Yoga', startsAt: new Date('2024-04-02T07:00:00Z'), trainerId: 1, ...kept },
      { id: 2, title: 'Spinning', startsAt: new Date('2024-04-02T17:30:00Z'), trainerId: 2, ...kept },
    ])
    await queryInterface.bulkInsert('bookings', [{ id: 1, userId: 1, sessionId: 1, ...kept }])
  },

  async down(queryInterface) {
    for (const table of ['bookings', 'sessions', 'users', 'trainers']) await queryInterface.bulkDelete(table, {})
  },
}
