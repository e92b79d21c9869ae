const column = process.env.X === '1' ? 'deletedAt' : 'name'
exports.up = (queryInterface) => queryInterface.removeColumn('users', column)
