module.exports = {
  run: (queryInterface, Sequelize) =>
    queryInterface.createTable('Visits', { id: Sequelize.INTEGER }, { paranoid: true, timestamps: true }),
}
