exports.up = async () => {}
exports.down = async (queryInterface) => {
  await queryInterface.dropTable('users')
}
