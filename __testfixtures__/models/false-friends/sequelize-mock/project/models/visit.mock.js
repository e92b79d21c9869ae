const SequelizeMock = require('sequelize-mock')
const db = new SequelizeMock()

module.exports = db.define('Visit', { reason: 'cough' }, { paranoid: true })
