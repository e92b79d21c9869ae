const { DataTypes } = require('sequelize')

async function up({ context: queryInterface }) {
  await queryInterface.createTable('jobs', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    title: DataTypes.STRING,
    createdAt: DataTypes.DATE,
    updatedAt: DataTypes.DATE,
  })
}

async function down({ context: queryInterface }) {
  await queryInterface.dropTable('jobs')
}

module.exports = { up, down }
