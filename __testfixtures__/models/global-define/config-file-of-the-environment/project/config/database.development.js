module.exports = { dialect: 'postgres', define: { paranoid: true, underscored: true } }
