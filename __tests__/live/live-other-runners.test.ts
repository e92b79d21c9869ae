/** deploy and rollback do not pretend to drive a runner that is not sequelize-cli: they say what does, and touch nothing. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/runners')

function projectOf(name: string): string {
  const root = tempProject({ '.git/HEAD': '' })
  fs.cpSync(path.join(fixtures, name, 'project'), root, { recursive: true })
  return root
}

const CASES: [string, RegExp, string][] = [
  ['umzug/context', /run by Umzug/, 'Run node migrate.js up, then npx deletedat-codemod verify.'],
  ['db-migrate/promises', /run by db-migrate/, 'Run npx db-migrate up, then npx deletedat-codemod verify.'],
  ['knex/javascript', /run by knex/, 'Run npx knex migrate:latest, then npx deletedat-codemod verify.'],
  [
    'sequelize-cli/typescript-into-dist',
    /what a build makes/,
    'Run npx tsc, then npx sequelize-cli db:migrate --name 20250530120000-add-jobs-deletedat-column.js, then npx deletedat-codemod verify.',
  ],
]

test.each(CASES)('%s', async (name, what, how) => {
  const root = projectOf(name)
  expect((await type(root, '--yes')).code).toBe(0)
  const before = bytesOf(root)
  const deployed = await type(root, 'deploy --yes')
  expect(deployed).toMatchObject({ code: 2, out: '' })
  expect(deployed.err).toMatch(what)
  expect(deployed.err).toContain(how)
  const back = await type(root, 'rollback --yes')
  expect(back).toMatchObject({ code: 2, out: '' })
  expect(back.err).toMatch(/Nothing was taken back\.\nUndo \S+add-jobs-deletedat-column\.\w+/)
  expect(bytesOf(root)).toEqual(before)
})

test('a runner that nobody knows: nothing is written among its files, and the SQL is shown', async () => {
  const model = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Job', {}, { tableName: 'jobs', paranoid: true })
`
  const root = tempProject({
    '.git/HEAD': '',
    'package.json': JSON.stringify({ dependencies: { sequelize: '^6', pg: '^8' } }),
    'models/job.js': model,
    'migrations/1-jobs.do.sql': 'CREATE TABLE jobs (id serial PRIMARY KEY);\n',
    'migrations/1-jobs.undo.sql': 'DROP TABLE jobs;\n',
  })
  const before = bytesOf(root)
  const { code, out } = await type(root, '--yes')
  expect(code).toBe(1)
  expect(out).toContain('How the migrations in migrations are run is not known')
  expect(out).toContain("set_config('lock_timeout', '1s', true)")
  expect(out).toContain('ALTER TABLE "jobs" ADD COLUMN "deletedAt" TIMESTAMP WITH TIME ZONE')
  expect(bytesOf(root)).toEqual(before)
})
