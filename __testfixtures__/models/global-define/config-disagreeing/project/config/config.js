module.exports = {
  development: { dialect: 'postgres', define: { paranoid: true } },
  production: { dialect: 'postgres', define: {} },
}
