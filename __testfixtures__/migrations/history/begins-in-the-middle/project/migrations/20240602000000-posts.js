exports.up = (queryInterface) => queryInterface.renameColumn('posts', 'old', 'deletedAt')
