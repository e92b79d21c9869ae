/** What queries call the models that others are associated with. */

import path from 'node:path'
import { inflectorFor } from '../../src/io/project/inflector'
import { createReader } from '../../src/io/reading/files'
import { readAssociations } from '../../src/models'
import { tempProject } from '../helpers/temp-project'

/** `Session -> Booking as bookings` of every association. */
function told(files: Record<string, string>, version = '6.37.8'): string[] {
  const root = tempProject(files)
  const names = Object.keys(files).map((name) => path.join(root, name))
  const rules = { version, inflector: inflectorFor(version, root) }
  return readAssociations({ root, files: names }, createReader(undefined, root), rules).map(
    ({ source, target, alias }) => `${source.name} -> ${target.name} as ${alias ?? '?'}`,
  )
}

const inFactory = (calls: string, before = '') => ({
  'models/session.js': `${before}
module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', {})
  Session.associate = (models) => { ${calls} }
  return Session
}
`,
})

test.each([
  ['the plural by default', 'Session.hasMany(models.Booking)', 'Session -> Booking as Bookings'],
  ['the singular of one', 'Session.belongsTo(models.Studio)', 'Session -> Studio as Studio'],
  ['a plural name, and one of it', "Session.hasOne(models['News'])", 'Session -> News as News'],
  ['as', "Session.hasMany(models.Booking, { as: 'seats' })", 'Session -> Booking as seats'],
  [
    'as, in two numbers',
    "Session.belongsToMany(models.Tag, { through: 'marks', as: { plural: 'labels', singular: 'label' } })",
    'Session -> Tag as labels',
  ],
  [
    'a name by the model method',
    "Session.hasMany(sequelize.model('Booking'))",
    'Session -> Booking as Bookings',
  ],
  ['of any model', 'models.Studio.hasMany(Session)', 'Studio -> Session as Sessions'],
  [
    'an alias that cannot be read',
    'Session.hasMany(models.Booking, { as: NAME })',
    'Session -> Booking as ?',
  ],
  ['options that cannot be read', 'Session.hasMany(models.Booking, options)', 'Session -> Booking as ?'],
])('%s: %s', (_, call, expected) => {
  expect(told(inFactory(call))).toEqual([expected])
})

test('an alias in a constant of another file', () => {
  const files = inFactory(
    'Session.hasMany(models.Booking, { as: SEATS })',
    "const { SEATS } = require('../names')",
  )
  expect(told({ ...files, 'names.js': "exports.SEATS = 'seats'\n" })).toEqual(['Session -> Booking as seats'])
})

test('this of a static method, and a parameter taken apart', () => {
  const file = `const { Model } = require('sequelize')
module.exports = (sequelize) => {
  class Session extends Model {
    static associate({ Booking }) { this.hasMany(Booking, { as: 'seats' }) }
  }
  return Session.init({}, { sequelize, modelName: 'Class' })
}
`
  expect(told({ 'session.js': file })).toEqual(['Class -> Booking as seats'])
})

test('a loader that hands the models over: each once, with its place', () => {
  const define = (name: string, rest = '') =>
    `module.exports = (sequelize) => {\n  const M = sequelize.define('${name}', {}, { name: { plural: '${name}Lot', singular: 'one${name}' } })\n${rest}  return M\n}\n`
  const files = {
    'models/a.js': define('Alpha', '  M.associate = (db) => M.hasMany(db.Beta)\n'),
    'models/b.js': define('Beta', '  M.associate = (db) => M.belongsTo(db.Alpha)\n'),
    'models/index.js': `const { Sequelize } = require('sequelize')
const sequelize = new Sequelize('sqlite::memory:')
const db = { Alpha: require('./a')(sequelize), Beta: require('./b')(sequelize) }
Object.values(db).forEach((model) => model.associate(db))
module.exports = db
`,
  }
  expect(told(files).sort()).toEqual(['Alpha -> Beta as BetaLot', 'Beta -> Alpha as oneAlpha'])
})

test('version 7: small letters, and the way back', () => {
  const file = `const { Sequelize } = require('@sequelize/core')
const sequelize = new Sequelize({})
const Session = sequelize.define('Session', {})
const Booking = sequelize.define('Booking', {})
Session.hasMany(Booking, { inverse: { as: 'lesson' } })
`
  expect(told({ 'models.js': file }, '7.0.0')).toEqual([
    'Session -> Booking as bookings',
    'Booking -> Session as lesson',
  ])
})

test('decorators, those of a base class too', () => {
  const files = {
    'base.ts': `import { BelongsTo, Model } from 'sequelize-typescript'
import { Studio } from './studio'
export abstract class Base extends Model { @BelongsTo(() => Studio) place: Studio }
`,
    'session.ts': `import { HasMany, Table } from 'sequelize-typescript'
import { Base } from './base'
import { Studio } from './studio'
@Table export class Session extends Base { @HasMany(() => Studio, 'sessionId') rooms: Studio[] }
`,
    'studio.ts': `import { HasMany, Model, Table } from 'sequelize-typescript'
import { Session } from './session'
@Table export class Studio extends Model { @HasMany(() => Session) lessons: Session[] }
`,
  }
  expect(told(files).sort()).toEqual([
    'Session -> Studio as place',
    'Session -> Studio as rooms',
    'Studio -> Session as lessons',
  ])
})

test('what only is called so', () => {
  expect(told({ 'other.js': "zoo.belongsTo('lion')\nconst x = { hasMany: 1 }\n" })).toEqual([
    'zoo -> lion as lion',
  ])
})
