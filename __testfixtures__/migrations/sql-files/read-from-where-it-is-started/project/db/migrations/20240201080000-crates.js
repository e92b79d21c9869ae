const fs = require('fs')

module.exports = {
  async up(queryInterface) {
    const script = fs.readFileSync('./sql/crates.sql', 'utf8')
    for (const statement of script.split(';').filter((one) => one.trim()))
      await queryInterface.sequelize.query(statement)
  },
  async down(queryInterface) {
    await queryInterface.dropTable('crates')
  },
}
