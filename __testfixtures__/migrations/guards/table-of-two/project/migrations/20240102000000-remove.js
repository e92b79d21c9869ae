const table = process.env.X === '1' ? 'users' : 'posts'
exports.up = (queryInterface) => queryInterface.removeColumn(table, 'deletedAt')
