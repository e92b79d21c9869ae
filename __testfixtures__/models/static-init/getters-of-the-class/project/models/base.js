const { Model } = require('sequelize')

module.exports = class Base extends Model {
  static get extra() {
    return {}
  }

  static setup(sequelize) {
    return super.init(this.fields, { sequelize, ...this.extra })
  }
}
