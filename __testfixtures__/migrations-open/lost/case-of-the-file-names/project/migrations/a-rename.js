exports.up = (queryInterface) => queryInterface.renameColumn('users', 'deletedAt', 'deleted_at')
