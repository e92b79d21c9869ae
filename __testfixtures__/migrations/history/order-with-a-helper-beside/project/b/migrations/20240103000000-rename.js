exports.up = (queryInterface) => queryInterface.renameColumn('users', 'gone', 'deletedAt')
