exports.soft = { paranoid: true }
module.exports = { soft: { paranoid: false, tableName: 'replaced' } }
exports.soft = { paranoid: true }
