exports.up = (queryInterface) =>
  queryInterface
    .describeTable('users')
    .then((columns) => (columns.legacy ? queryInterface.removeColumn('users', 'deletedAt') : null))
