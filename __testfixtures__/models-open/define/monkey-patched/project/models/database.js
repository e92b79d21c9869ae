const { Sequelize } = require('sequelize')

const db = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })
const original = db.define
db.define = function (name, attributes, options) {
  return original.call(db, name, attributes, Object.assign({ paranoid: true }, options))
}

module.exports = db
