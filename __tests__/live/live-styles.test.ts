/** Models in every style, loaded and called as the project has them, with its own version of Sequelize. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { type Server, startServer, type TestDatabase } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

let server: Server
let database: TestDatabase
beforeAll(async () => {
  server = await startServer('pglite')
  database = await server.fresh()
  await connected(database, async (sequelize) => {
    const times = '"createdAt" timestamptz, "updatedAt" timestamptz, "deletedAt" timestamptz'
    await sequelize.query(`CREATE TABLE sessions (id serial PRIMARY KEY, title text NOT NULL, ${times})`)
    await sequelize.query(`CREATE TABLE bookings (id serial PRIMARY KEY, "sessionId" int NOT NULL, ${times})`)
  })
})
afterAll(() => server?.stop())

const options = () => JSON.stringify({ ...database.options, logging: undefined })

const withInstance = (files: Record<string, string>): Record<string, string> => ({
  'database.js': `const { Sequelize } = require('sequelize')
module.exports = new Sequelize(${options()})`,
  ...files,
})

const styles: Record<string, () => Record<string, string>> = {
  'a factory': () => ({
    'models/session.js': `module.exports = (sequelize, DataTypes) =>
      sequelize.define('Session', { title: { type: DataTypes.STRING, allowNull: false } },
        { tableName: 'sessions', paranoid: true })`,
  }),
  'a factory with a class': () => ({
    'models/session.js': `const { Model } = require('sequelize')
module.exports = (sequelize, DataTypes) => {
  class Session extends Model { static associate() {} }
  Session.init({ title: { type: DataTypes.STRING, allowNull: false } },
    { sequelize, modelName: 'Session', tableName: 'sessions', paranoid: true })
  return Session
}`,
  }),
  'an ES module with a default function': () => ({
    'package.json': '{ "type": "module" }',
    'models/session.js': `export default function (sequelize, DataTypes) {
  return sequelize.define('Session', { title: { type: DataTypes.STRING, allowNull: false } },
    { tableName: 'sessions', paranoid: true })
}`,
  }),
  'static init(sequelize)': () => ({
    'models/session.js': `const { Model, DataTypes } = require('sequelize')
module.exports = class Session extends Model {
  static init(sequelize) {
    return super.init({ title: { type: DataTypes.STRING, allowNull: false } },
      { sequelize, tableName: 'sessions', paranoid: true })
  }
}`,
  }),
  'a class that is initialized at the top level': () =>
    withInstance({
      'models/session.js': `const { Model, DataTypes } = require('sequelize')
const sequelize = require('../database')
class Session extends Model {}
Session.init({ title: { type: DataTypes.STRING, allowNull: false } }, { sequelize, tableName: 'sessions', paranoid: true })
module.exports = { Session }`,
    }),
  'TypeScript at the top level, without endings in its imports': () => ({
    'database.ts': `import { Sequelize } from 'sequelize'
export const sequelize = new Sequelize(${options()})`,
    'models/session.ts': `import { DataTypes, Model } from 'sequelize'
import { sequelize } from '../database'
export class Session extends Model { declare title: string }
Session.init({ title: { type: DataTypes.STRING, allowNull: false } }, { sequelize, tableName: 'sessions', paranoid: true })`,
  }),
  'sequelize-typescript': () => ({
    'tsconfig.json':
      '{ "compilerOptions": { "experimentalDecorators": true, "emitDecoratorMetadata": true, "strict": true } }',
    'models/session.ts': `import { AllowNull, Column, DeletedAt, Model, Table } from 'sequelize-typescript'
@Table({ tableName: 'sessions' })
export class Session extends Model {
  @AllowNull(false)
  @Column
  declare title: string

  @DeletedAt
  declare deletedAt: Date | null
}`,
  }),
  'an index that associates': () => ({
    'models/index.js': `const fs = require('node:fs')
const path = require('node:path')
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(${options()})
const db = {}
for (const file of fs.readdirSync(__dirname).filter((name) => name !== 'index.js' && name.slice(-3) === '.js')) {
  const model = require(path.join(__dirname, file))(sequelize, DataTypes)
  db[model.name] = model
}
for (const model of Object.values(db)) model.associate?.(db)
module.exports = { ...db, sequelize }`,
    'models/session.js': `module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', { title: { type: DataTypes.STRING, allowNull: false } },
    { tableName: 'sessions', paranoid: true })
  Session.associate = ({ Booking }) => Session.hasMany(Booking, { foreignKey: 'sessionId' })
  return Session
}`,
    'models/booking.js': `module.exports = (sequelize) => {
  const Booking = sequelize.define('Booking', {}, { tableName: 'bookings', paranoid: true })
  Booking.associate = ({ Session }) => Booking.belongsTo(Session, { foreignKey: { name: 'sessionId', allowNull: false } })
  return Booking
}`,
  }),
}

interface Check {
  subject: string
  state: string
  says: string
}

async function calls(files: Record<string, string>, sequelize?: string): Promise<string[]> {
  const root = tempProject({ 'package.json': '{}', 'config/config.json': options(), ...files })
  linkModules(root, sequelize)
  const told = await type(root, 'verify models --write-test --format json')
  expect(told.err).toBe('')
  const { checks } = JSON.parse(told.out) as { checks: Check[] }
  return checks.flatMap(({ subject, state, says }) => (subject === 'Session' ? `${state}: ${says}` : []))
}

const worked = (more = '') => [
  'ok: column "deletedAt" of public.sessions: TIMESTAMP WITH TIME ZONE, nullable',
  `ok: findOne, count 0,${more} create and destroy (rolled back)`,
]

it.each(Object.entries(styles))('%s', async (name, files) => {
  expect(await calls(files())).toEqual(worked(name.startsWith('an index') ? ' include Bookings,' : ''))
})

it('leaves no row behind', async () => {
  const rows = await connected(
    database,
    async (sequelize) => (await sequelize.query('SELECT * FROM sessions'))[0],
  )
  expect(rows).toEqual([])
})

it('Sequelize 5', async () => {
  expect(await calls(styles['a factory']!(), 'sequelize-v5')).toEqual(worked())
})

it.each([
  ['alone', false],
  ['beside Sequelize 6', true],
])('Sequelize 7, by its own instance, %s', async (_name, both) => {
  const { host, port, username: user, password, database: name } = database.options
  const files = {
    'package.json': '{ "dependencies": { "@sequelize/core": "7.0.0-alpha.48" } }',
    'database.ts': `import { Sequelize } from '@sequelize/core'
import { PostgresDialect } from '@sequelize/postgres'
import { Session } from './models/session'
export const sequelize = new Sequelize({ dialect: PostgresDialect, models: [Session],
  ...${JSON.stringify({ host, port, user, password, database: name })} })`,
    'models/session.ts': `import { DataTypes, Model } from '@sequelize/core'
import { Attribute, DeletedAt, NotNull, Table } from '@sequelize/core/decorators-legacy'
@Table({ tableName: 'sessions' })
export class Session extends Model {
  @Attribute(DataTypes.TEXT)
  @NotNull
  declare title: string

  @DeletedAt
  declare deletedAt: Date | null
}`,
  }
  const root = tempProject(files)
  linkModules(root)
  if (!both) fs.rmSync(path.join(root, 'node_modules/sequelize'))
  const told = await type(root, 'verify models --sequelize database.ts --write-test')
  expect(told.out).toMatch(/ok +Session +findOne, count 0, create and destroy \(rolled back\)/)
  expect(told.out).toContain('by database.ts')
  const deployed = await type(root, 'deploy models --sequelize database.ts')
  expect(deployed.err).toContain('@sequelize/cli 7 generates migrations and runs none')
})
