const fs = require('fs')
const path = require('path')

module.exports = {
  up: (queryInterface) => {
    const sql = fs.readFileSync(path.join(__dirname, 'sql', '20240101000000-create.sql'), 'utf8')
    return queryInterface.sequelize.query(sql)
  },
}
