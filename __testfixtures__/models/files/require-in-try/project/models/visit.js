let options = {}
try {
  options = require('../options')
} catch (error) {
  options = { paranoid: false }
}

let local
try {
  local = require('../not-there')
} catch {
  local = { paranoid: true }
}

let named
try {
  named = require(__dirname + '/../not/there.json')
} catch {
  named = { paranoid: true }
}

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...options })
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...local })
  sequelize.define('Hall', { reason: DataTypes.STRING }, { ...named })
}
