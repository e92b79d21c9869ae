/** A folder of migrations that lies in no usual place: a script of package.json or the code that makes Umzug names it. */

import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const db = `const { Sequelize } = require('sequelize')\nexports.sequelize = new Sequelize('postgres://localhost/hotel')\n`
const room = `const { sequelize } = require('../db')\nmodule.exports = sequelize.define('Room', {}, { paranoid: true, timestamps: true })\n`
const made = `module.exports = { up: (q, S) => q.createTable('Rooms', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE }) }\n`
const madeInContext = `exports.up = ({ context }) => context.createTable('Rooms', { id: 'INTEGER', createdAt: 'DATE', updatedAt: 'DATE' })\n`

const hotel = (scripts: object, more: Record<string, string>) => ({
  'package.json': JSON.stringify({
    name: 'hotel',
    dependencies: { sequelize: '^6.37.0', pg: '^8.0.0', umzug: '^3.8.0' },
    scripts,
  }),
  'db.js': db,
  'models/room.js': room,
  ...more,
})

const umzug = (migrations: string, more: Record<string, string>) =>
  hotel(
    {},
    {
      'migrate.js': `const path = require('path')\nconst { Umzug } = require('umzug')\nconst { sequelize } = require('./db')\nnew Umzug({ migrations: ${migrations}, context: sequelize.getQueryInterface() }).runAsCLI()\n`,
      ...more,
    },
  )

const rc = `module.exports = { 'migrations-path': 'infra/changes' }\n`

test.each<[string, Record<string, string>, folder: string, next: string]>([
  [
    'a script with --migrations-path',
    hotel(
      { migrate: 'sequelize-cli db:migrate --migrations-path ./infra/changes' },
      { 'infra/changes/1-rooms.js': made },
    ),
    'infra/changes',
    'npm run migrate',
  ],
  [
    'a script with --options-path',
    hotel(
      { up: 'sequelize db:migrate --options-path=infra/.sequelizerc' },
      { 'infra/.sequelizerc': rc, 'infra/changes/1-rooms.js': made },
    ),
    'infra/changes',
    'npm run up',
  ],
  [
    'a glob of Umzug',
    umzug(`{ glob: 'db/changes/*.js' }`, { 'db/changes/1-rooms.js': madeInContext }),
    'db/changes',
    'node migrate.js up',
  ],
  [
    'a glob of Umzug with a folder',
    umzug(`{ glob: ['*.js', { cwd: path.join(__dirname, 'changes') }] }`, {
      'changes/1-rooms.js': madeInContext,
    }),
    'changes',
    'node migrate.js up',
  ],
])('%s is the history, and takes the new migration', async (_name, files, folder, next) => {
  const root = tempProject(files)
  const before = await type(root, 'check')
  expect(before.out).toContain('table "Rooms" has no "deletedAt" column')
  expect(before.code).toBe(1)
  const { out, code } = await type(root, '--repair add-column --yes')
  expect(out).toMatch(new RegExp(`new {6}${folder}/\\S+-add-Rooms-deletedat-column\\.c?js`))
  expect(out).toContain(`Next: ${next}`)
  expect(code).toBe(0)
  expect((await type(root, 'check')).code).toBe(0)
})

test('where Umzug is the only runner, a usual folder beside its own proves nothing', async () => {
  const beside = {
    ...umzug(`{ glob: 'db/changes/*.js' }`, { 'db/changes/1-rooms.js': madeInContext }),
    'migrations/1-rooms.js': made.replace('updatedAt: S.DATE', 'updatedAt: S.DATE, deletedAt: S.DATE'),
  }
  const { out, code } = await type(tempProject(beside), 'check')
  expect(out).toContain('db/changes/1-rooms.js:1 the table is made here, without the column')
  expect(code).toBe(1)
})
