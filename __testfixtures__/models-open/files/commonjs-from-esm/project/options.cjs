module.exports.soft = { paranoid: true }
