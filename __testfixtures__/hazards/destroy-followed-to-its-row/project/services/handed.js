module.exports = ({ models, sequelize }) => ({
  remove: (id) => models.Session.destroy({ where: { id } }),
  sweep: () => sequelize.models.Session.destroy({ where: {} }),
  byName: () => sequelize.model('Session').destroy({ where: {} }),
  other: (id) => models.User.destroy({ where: { id } }),
})
