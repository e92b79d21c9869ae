'use strict'
var fs = require('fs')
var path = require('path')
var Sequelize = require('sequelize')
var sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres', define: { paranoid: true } })
var db = {}

fs.readdirSync(__dirname)
  .filter(function (file) {
    return file.indexOf('.') !== 0 && file !== 'index.js'
  })
  .forEach(function (file) {
    var model = sequelize['import'](path.join(__dirname, file))
    db[model.name] = model
  })

module.exports = db
