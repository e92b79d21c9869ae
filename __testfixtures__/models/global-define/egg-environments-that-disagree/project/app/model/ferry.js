module.exports = (app) => {
  const { STRING } = app.Sequelize
  return app.model.define('ferry', { homePort: STRING }, { tableName: 'ferries' })
}
