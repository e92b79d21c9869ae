module.exports = {
  development: { dialect: 'postgres', define: { paranoid: true, underscored: true } },
  production: { dialect: 'postgres', define: { paranoid: true } },
}
