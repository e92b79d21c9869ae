const { User } = require('../models')
const Account = require('../models/user')(sequelize, DataTypes)

exports.remove = async (id) => {
  const user = await User.findByPk(id, { paranoid: false, where: { deletedAt: null } })
  await user.destroy({ force: true })
  await user.restore()
  await Account.destroy({ where: { id } })
  return user.deletedAt
}
