exports.soft = { paranoid: true }
