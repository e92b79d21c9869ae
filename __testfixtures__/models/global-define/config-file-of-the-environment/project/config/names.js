module.exports = { FIRST: 'development' }
