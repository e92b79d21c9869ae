const tables = ['users', 'posts']

exports.up = (queryInterface) =>
  Promise.all(tables.map((table) => queryInterface.renameColumn(table, 'deletedAt', 'deleted_at')))
