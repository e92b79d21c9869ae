const { Session, User } = require('../models')

exports.deleted = () =>
  Session.findAll({
    attributes: ['id', 'deletedAt'],
    where: { deletedAt: null },
    order: [['deletedAt', 'DESC']],
    paranoid: false,
  })

exports.ofUsers = () =>
  User.findAll({
    where: { deletedAt: null, '$sessions.deletedAt$': null },
    include: [{ model: Session, where: { deletedAt: null }, paranoid: false }],
  })

exports.users = () => User.findAll({ paranoid: false, include: { model: User, paranoid: false } })

exports.counted = () => Session.count({ group: 'deletedAt' })

exports.time = async (id) => {
  const { deletedAt } = await Session.findByPk(id)
  const user = await User.findByPk(id)
  return deletedAt ?? user.deletedAt
}

exports.sorted = () =>
  User.findAll({
    include: Session,
    order: [
      [Session, 'deletedAt', 'DESC'],
      ['deletedAt', 'ASC'],
    ],
  })
