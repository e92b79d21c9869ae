const down = async (queryInterface) => {
  await queryInterface.removeColumn('lockers', 'deletedAt')
}

module.exports = {
  async up(queryInterface, Sequelize) {
    if (process.env.TAKE_IT_BACK) return down(queryInterface)
    await queryInterface
      .addColumn('lockers', 'keyCode', { type: Sequelize.STRING(20) })
      .catch(async (error) => {
        await this.down(queryInterface)
        throw error
      })
    const [rows] = await queryInterface.sequelize.query('SELECT 1 AS one')
    if (rows.length > 1) await module.exports.down(queryInterface)
  },
  down,
}
