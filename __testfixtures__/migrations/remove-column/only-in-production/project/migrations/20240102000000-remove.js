exports.up = async (queryInterface) => {
  if (process.env.NODE_ENV === 'production') await queryInterface.removeColumn('users', 'deletedAt')
}
