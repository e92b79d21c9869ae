module.exports = class {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable(this.table, { id: { type: Sequelize.INTEGER, primaryKey: true }, ...this.columns(Sequelize) })
  }
}
