module.exports = (sequelize, DataTypes) => {
  const fields = { reason: DataTypes.STRING, deletedAt: { type: DataTypes.DATE } }
  fields.deletedAt.field = 'gone_on'
  sequelize.define('Visit', fields, { paranoid: true })
  const more = { reason: DataTypes.STRING }
  Object.assign(more, { deletedAt: { type: DataTypes.DATE, field: 'm' } })
  delete more.deletedAt.field
  sequelize.define('Room', more, { paranoid: true })
  const map = ['createdAt', 'updatedAt', 'deletedAt'].reduce(
    (all, name) => ({ ...all, [name]: { type: DataTypes.DATE, field: name.toLowerCase() } }),
    {},
  )
  sequelize.define('Bed', map, { paranoid: true })
}
