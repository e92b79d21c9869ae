module.exports = {
  up: async (migration, { DATE, INTEGER }) => {
    const m = migration
    await m.createTable('users', { id: { type: INTEGER, primaryKey: true } })
    await m['addColumn']('users', 'deletedAt', DATE)
  },
}
