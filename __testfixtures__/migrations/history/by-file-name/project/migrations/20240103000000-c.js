exports.up = (queryInterface) => queryInterface.renameColumn('users', 'removedAt', 'deletedAt')
