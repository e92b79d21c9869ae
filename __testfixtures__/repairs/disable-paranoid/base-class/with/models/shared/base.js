const { Model } = require('sequelize')
module.exports = class BaseModel extends Model {
  static init(attributes, options) {
    return super.init(attributes, { paranoid: true, ...options })
  }
}
