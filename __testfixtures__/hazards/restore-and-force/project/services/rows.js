const { Session, User } = require('../models')

exports.back = (id) => Session.restore({ where: { id } })
exports.isGone = async (id) => (await Session.findByPk(id, { paranoid: false })).isSoftDeleted()
exports.forGood = (id) => Session.destroy({ where: { id }, force: true })
exports.user = (id) => User.restore({ where: { id } })
exports.userForGood = (id) => User.destroy({ where: { id }, force: true })
