/** Errors as the real Sequelize 5, 6 and 7 throw them on real databases, printed as people print them. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type } from '../helpers/command'
import {
  type DatabaseName,
  describeOn,
  type Server,
  startServer,
  type TestDatabase,
} from '../helpers/databases'
import { addFiles, tempProject } from '../helpers/temp-project'

const PROJECT = {
  'models/studio.js': `module.exports = (sequelize, DataTypes) => {
  const Studio = sequelize.define('Studio', { title: DataTypes.STRING })
  Studio.associate = (models) => Studio.hasMany(models.Session, { as: 'lessons' })
  return Studio
}
`,
  'models/session.js': `module.exports = (sequelize, DataTypes) => {
  const Session = sequelize.define('Session', { title: DataTypes.STRING }, { paranoid: true })
  Session.associate = ({ Booking }) => Session.hasMany(Booking)
  return Session
}
`,
  'models/booking.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Booking', { title: DataTypes.STRING }, { paranoid: true })
`,
  'models/broken.js': `module.exports = (sequelize) => sequelize.define('Broken', {}, { paranoid: true, deletedAt: false })
`,
  'migrations/20250101000000-create.js': `module.exports = {
  async up(queryInterface, { INTEGER, STRING }) {
    for (const table of ['Studios', 'Sessions', 'Bookings'])
      await queryInterface.createTable(table, { id: INTEGER, title: STRING })
  },
}
`,
  'calls.js': `module.exports = ({ Studio, Session, Booking, Broken }) => ({
  findAll: async () => await Session.findAll(),
  count: async () => await Session.count(),
  include: async () => await Studio.findAll({ include: [{ model: Session, as: 'lessons' }] }),
  limited: async () => await Studio.findAll({ limit: 1, include: [{ model: Session, as: 'lessons' }] }),
  nested: async () => await Studio.findAll({ include: [{ model: Session, as: 'lessons', paranoid: false, attributes: ['id'], include: [Booking] }] }),
  restore: async () => await Session.restore({ where: { id: 1 } }),
  update: async () => await Session.update({ title: 'Yoga' }, { where: { id: 1 } }),
  destroy: async () => await Session.destroy({ where: { id: 1 } }),
  create: async () => await Session.create({ title: 'Yoga', deletedAt: new Date() }),
  bulkCreate: async () => await Booking.bulkCreate([{ title: 'Yoga', deletedAt: new Date() }]),
  restoreStudio: async () => await Studio.restore({ where: { id: 1 } }),
  findBroken: async () => await Broken.findAll(),
})
`,
}

const MEANT: Record<string, string> = {
  findAll: 'Session',
  count: 'Session',
  include: 'Session',
  limited: 'Session',
  nested: 'Booking',
  restore: 'Session',
  update: 'Session',
  destroy: 'Session',
  create: 'Session',
  bulkCreate: 'Booking',
  restoreStudio: 'Studio',
  findBroken: 'Broken',
}

const majors: Partial<Record<DatabaseName, number[]>> = {
  postgres: [5, 6, 7],
  mariadb: [5, 6],
  sqlite: [5, 6],
}

interface Thrown {
  message: string
  /** Whether the database was asked at all. */
  asked: boolean
  texts: Record<string, string>
}

const packages: Record<number, string> = { 5: 'sequelize-v5', 6: 'sequelize', 7: '@sequelize/core' }

/** Every error by its call; in a process of its own, for jest rewrites stack traces. */
function errorsOf(major: number, root: string): Record<string, Thrown> {
  const script = path.join(__dirname, '../helpers/diagnosis-throw.cjs')
  const { stdout, stderr } = spawnSync(process.execPath, [script, packages[major]!, root], {
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

const configOf = ({ config, url }: TestDatabase): string =>
  `${config}\nmodule.exports.url = ${JSON.stringify(url)}\n`

/** Who may be meant, by what the text holds: a table or an alias, the SQL, a stack with the caller in it. */
function expected(call: string, form: string, { message, asked }: Thrown, major: number): string[] {
  const isNamed = /\.deletedAt|of relation|table \w+ has/.test(message)
  const hasSql = asked && ['inspected', 'logged', 'json'].includes(form)
  // Bluebird, of version 5, keeps no stack of the caller.
  const hasCaller = ['stack', 'inspected', 'json'].includes(form) && (major > 5 || !asked)
  if (isNamed || hasSql || hasCaller || !asked) return [MEANT[call]!]
  return ['Booking', 'Session']
}

for (const [name, versions] of Object.entries(majors) as [DatabaseName, number[]][]) {
  describeOn(name, 'real errors', () => {
    let server: Server
    beforeAll(async () => {
      server = await startServer(name)
    })
    afterAll(() => server?.stop())

    describe.each(versions)('of Sequelize %i', (major) => {
      const root = tempProject(PROJECT)
      let errors: Record<string, Thrown>
      beforeAll(async () => {
        const manifest = JSON.stringify({
          dependencies: { [major === 7 ? '@sequelize/core' : 'sequelize']: `^${major}.0.0` },
        })
        addFiles(root, { 'config.js': configOf(await server.fresh()), 'package.json': manifest })
        errors = errorsOf(major, root)
      })

      test('every call fails', () => {
        expect(Object.keys(errors)).toEqual(Object.keys(MEANT))
      })

      test.each(Object.keys(MEANT))('%s', async (call) => {
        const thrown = errors[call]!
        for (const [form, text] of Object.entries(thrown.texts)) {
          const { code, out } = await type(root, ['diagnose', text, '--format', 'json'])
          const { diagnoses } = JSON.parse(out)
          const models = diagnoses.map(({ suspects }: Diagnosed) => suspects.map(({ model }) => model))
          expect({ form, code, models }).toEqual({
            form,
            code: 1,
            models: [expected(call, form, thrown, major)],
          })
        }
      })
    })
  })
}

interface Diagnosed {
  suspects: { model: string }[]
}
