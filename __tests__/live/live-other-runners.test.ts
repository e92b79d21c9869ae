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

test.each([
  ['a runner that nobody knows', { sequelize: '^6', pg: '^8' }, ['1-jobs.do', '1-jobs.undo']],
  [
    'a folder a migration, as @sequelize/cli makes them of SQL',
    { '@sequelize/core': '7.0.0-alpha.48', '@sequelize/postgres': '7.0.0-alpha.48' },
    ['2025-01-01t00-00-00-jobs/up', '2025-01-01t00-00-00-jobs/down'],
  ],
])('%s: nothing is written among its files, and the SQL is shown', async (_, dependencies, [up, down]) => {
  const model = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Job', {}, { tableName: 'jobs', paranoid: true })
`
  const root = tempProject({
    '.git/HEAD': '',
    'package.json': JSON.stringify({ dependencies }),
    'models/job.js': model,
    [`migrations/${up}.sql`]: 'CREATE TABLE jobs (id serial PRIMARY KEY);\n',
    [`migrations/${down}.sql`]: 'DROP TABLE jobs;\n',
  })
  const before = bytesOf(root)
  const { code, out } = await type(root, '--yes')
  expect(code).toBe(1)
  expect(out).toContain('How the migrations in migrations')
  expect(out).toContain("set_config('lock_timeout', '1s', true)")
  expect(out).toContain('ALTER TABLE "jobs" ADD COLUMN "deletedAt" TIMESTAMP WITH TIME ZONE')
  expect(bytesOf(root)).toEqual(before)
})

test('@sequelize/cli 7 generates migrations and runs none: that is said, and one of ours is named as its own are', async () => {
  const root = tempProject({
    '.git/HEAD': '',
    'package.json': JSON.stringify({
      dependencies: { '@sequelize/core': '7.0.0-alpha.48', '@sequelize/postgres': '7.0.0-alpha.48' },
      devDependencies: { '@sequelize/cli': '7.0.0-alpha.48' },
    }),
    'database.js':
      "const { Sequelize } = require('@sequelize/core')\nconst { PostgresDialect } = require('@sequelize/postgres')\nmodule.exports = new Sequelize({ dialect: PostgresDialect })\n",
    'models/job.js':
      "module.exports = require('../database').define('Job', {}, { tableName: 'jobs', paranoid: true })\n",
    'migrations/2024-01-02t10-20-30-jobs.cjs': `module.exports = {
  async up(queryInterface, sequelize) {
    await queryInterface.createTable('jobs', { id: 'INTEGER', createdAt: 'TIMESTAMPTZ', updatedAt: 'TIMESTAMPTZ' })
  },
}
`,
  })
  const { code, out } = await type(root, '--yes --with-index')
  expect([code, out]).toEqual([0, expect.not.stringContaining('Next:')])
  const [column, index] = ['00-add-jobs-deletedat-column', '01-add-jobs-deletedat-index'].map(
    (name) => `migrations/2025-05-30t12-00-${name}.cjs`,
  )
  expect(out).toContain(
    `@sequelize/cli 7 generates migrations and runs none, so code of your own runs them. Run ${column}, ${index} as you run the others.`,
  )
  expect(fs.readdirSync(path.join(root, 'migrations'))).toHaveLength(3)
  expect((await type(root, 'check')).out).toMatch(/^No findings/m)
  for (const command of ['deploy', 'rollback']) {
    const told = await type(root, `${command} --yes`)
    expect([told.code, told.err]).toEqual([2, expect.stringContaining('generates migrations and runs none')])
  }
})
