exports.soft = { tableName: 'kept' }
exports = { soft: { paranoid: true } }
