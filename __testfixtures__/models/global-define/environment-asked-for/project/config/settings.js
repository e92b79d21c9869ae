const common = { dialect: 'postgres', logging: false }

module.exports = {
  development: { ...common, define: { paranoid: true } },
  staging: { ...common, define: { paranoid: true, underscored: true } },
  production: { ...common, define: { paranoid: false } },
}
