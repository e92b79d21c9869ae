exports.makeModel = function makeModel(sequelize, name, attributes, opts) {
  return sequelize.define(name, attributes, { paranoid: true, ...opts })
}
