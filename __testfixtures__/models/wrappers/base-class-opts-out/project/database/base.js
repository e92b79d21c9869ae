const { Model } = require('sequelize')

class Base extends Model {
  static init(attributes, options = {}) {
    const paranoid = options.paranoid !== false
    return super.init(attributes, { ...options, paranoid })
  }
}

exports.Base = Base
