const factory = require('factory-lady')

factory.define('Visit', { reason: 'cough' }, { paranoid: true })
