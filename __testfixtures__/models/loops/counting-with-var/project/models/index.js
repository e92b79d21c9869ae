var Sequelize = require('sequelize')
var sequelize = new Sequelize({ dialect: 'postgres' })
var names = ['Visit', 'Room']

function load(list) {
  for (var i = 0, n = list.length; i < n; i++) {
    var name = list[i]
    exports[name] = sequelize.define(name, { reason: Sequelize.STRING }, { paranoid: i === 0 })
  }
  return i
}

load(names)
for (var key in { Bed: 1, Ward: 2 }) {
  sequelize.define(key, { reason: Sequelize.STRING }, { paranoid: true })
}
sequelize.define('After' + key, { reason: Sequelize.STRING }, { paranoid: load([]) === 0 })
