module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.createTable('letters', {
      id: { type: Sequelize.INTEGER, primaryKey: true, allowNull: false },
      weight: { type: Sequelize.INTEGER, allowNull: false, defaultValue: 20 },
      lost_at: Sequelize.DATE,
    }),
}
