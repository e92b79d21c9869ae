module.exports = { paranoid: false }
