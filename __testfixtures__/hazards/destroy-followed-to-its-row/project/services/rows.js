const db = require('../models')
const { Session: Visit } = require('../models')

exports.byClass = (id) => db.Session.destroy({ where: { id } })
exports.byAlias = (id) => Visit.destroy({ where: { id } })
exports.all = () => Visit.truncate()

exports.byRow = async (id) => {
  const session = await db.Session.findByPk(id)
  await session.destroy()
}

exports.later = async (id) => {
  let found
  found = await Visit.findOne({ where: { id } })
  return found?.destroy()
}

exports.eachOf = async () => {
  const all = await db.Session.findAll()
  for (const one of all) await one.destroy()
  await Promise.all(all.map((one) => one.destroy()))
}

exports.then = (id) => Visit.findByPk(id).then((row) => row.destroy())

exports.pages = async () => {
  const { rows } = await Visit.scope('recent').findAndCountAll({})
  await rows[0].destroy()
}

exports.created = async () => {
  const [row] = await db.Session.findOrCreate({ where: { title: 'a' } })
  await row.destroy({ hooks: false })
}

exports.ofUser = async (user) => {
  for (const one of await user.getSessions()) await one.destroy()
}

exports.shadowed = async (id) => {
  const Visit = db.User
  await Visit.destroy({ where: { id } })
}
