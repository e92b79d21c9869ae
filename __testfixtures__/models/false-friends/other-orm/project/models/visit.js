const { Model } = require('objection')
const mongoose = require('mongoose')

class Visit extends Model {
  static get tableName() {
    return 'visits'
  }
  static init(a, b) {
    return [a, b]
  }
}
Visit.init({ reason: 'x' }, { paranoid: true })
const Room = mongoose.model('Room', new mongoose.Schema({ floor: Number }, { paranoid: true, timestamps: true }))
module.exports = { Visit, Room }
