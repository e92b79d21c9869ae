module.exports = { paranoid: true }
