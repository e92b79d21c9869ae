exports.up = (queryInterface) => queryInterface.renameTable('users', process.env.MEMBERS_TABLE)
