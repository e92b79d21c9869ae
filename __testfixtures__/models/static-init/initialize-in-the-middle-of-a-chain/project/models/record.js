const { Model } = require('sequelize')

class Record extends Model {
  static init(attributes, options) {
    return super.init(attributes, { underscored: true, ...options })
  }
}

class SoftRecord extends Record {
  static init(attributes, options) {
    return super.init(attributes, { paranoid: options.paranoid !== false, ...options })
  }
}

module.exports = { Record, SoftRecord }
