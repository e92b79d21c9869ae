const { DataTypes } = require('sequelize')

module.exports = {
  async up(params) {
    const { context } = params
    await context.createTable('users', { id: { type: DataTypes.INTEGER, primaryKey: true } })
    await params.context.addColumn('users', 'deletedAt', DataTypes.DATE)
  },
}
