module.exports = {
  up: (q, S) => q.addColumn('users', 'deletedAt', { type: S.DATE, allowNull: true }),
  down: (q) => q.removeColumn('users', 'deletedAt'),
}
