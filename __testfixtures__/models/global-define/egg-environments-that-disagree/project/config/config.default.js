module.exports = () => {
  const config = {}
  config.sequelize = { dialect: 'mysql', define: { paranoid: false, underscored: true } }
  return config
}
