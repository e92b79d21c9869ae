const { sequelize, Session, User } = require('../models')

exports.sessions = () => sequelize.query('SELECT * FROM sessions WHERE "deletedAt" IS NULL')
exports.users = () => sequelize.query('SELECT * FROM users WHERE "deletedAt" IS NULL')
exports.both = (id) =>
  sequelize.query(`
    DELETE FROM "sessions" USING "users"
    WHERE "sessions"."deletedAt" < now() AND "users"."id" = ${id}
  `)
exports.some = (table) => sequelize.query(`UPDATE ${table} SET "deletedAt" = NULL`)
exports.piece = () => Session.findAll({ where: sequelize.literal('"Session"."deletedAt" IS NULL') })
exports.userPiece = () => User.findAll({ where: sequelize.literal('"deletedAt" IS NULL') })
exports.words = 'The field deletedAt is kept.'
