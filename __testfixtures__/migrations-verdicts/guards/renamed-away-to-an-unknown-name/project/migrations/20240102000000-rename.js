exports.up = (queryInterface) => queryInterface.renameColumn('users', 'deletedAt', process.env.MEMBERS_TABLE)
