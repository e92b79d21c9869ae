module.exports = { dialect: 'postgres', define: { paranoid: false } }
