const fs = require('fs')

exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } })
  await queryInterface.sequelize.query(fs.readFileSync(`${__dirname}/sql/dump.sql`).toString())
}
