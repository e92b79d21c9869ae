const fs = require('node:fs')
const redis = require('redis')

exports.clean = (folder) => fs.rmSync(folder, { recursive: true, force: true })
exports.logout = (req, res) => req.session.destroy(() => res.end())
exports.close = () => redis.createClient({ url: 'redis://localhost' }).destroy()
exports.drop = (sequelize) => sequelize.sync({ force: true })
exports.cut = (file) => file.truncate()
// await Session.destroy({ where: {} })
exports.text = 'Session.destroy()'
