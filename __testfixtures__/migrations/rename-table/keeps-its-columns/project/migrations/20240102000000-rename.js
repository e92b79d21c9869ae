exports.up = (queryInterface) => queryInterface.renameTable('users', 'members')
