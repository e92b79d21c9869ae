const fs = require('fs')
const path = require('path')

exports.up = async (queryInterface) => {
  const folder = path.join(__dirname, '..', 'sql')
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  for (const file of files) {
    await queryInterface.sequelize.query(fs.readFileSync(path.join(folder, file), 'utf8'))
  }
}
