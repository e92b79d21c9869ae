const { factory } = require('factory-girl')
const { Factory } = require('rosie')
const { define } = require('fishery')

factory.define('Visit', Object, { reason: 'cough', paranoid: true })
factory.define('Room', require('./thing').Room, { floor: 1 }, { paranoid: true })
Factory.define('visit').attr('paranoid', true)
define('Bed', {}, { paranoid: true })
