/** Names of tables and columns that are hard to write: each goes the whole way, by what a database makes of it. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { usingDatabase } from '../helpers/databases/emitted'
import { linkModules, sequelizeCli } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

interface Named {
  table: string
  column: string
}

const ALL: Named[] = [
  { table: 'O\'Brien "x"; --', column: 'de"leted\'At' },
  { table: 'back`tick`s', column: 'deleted`At' },
  { table: 'with space', column: 'deleted at' },
  { table: 'Jörg_日本', column: 'gelöscht_am' },
  { table: `a${'b'.repeat(62)}`, column: `c${'d'.repeat(62)}` },
  { table: `e${'f'.repeat(63)}`, column: `g${'h'.repeat(63)}` },
  { table: `i${'ö'.repeat(31)}`, column: `k${'ä'.repeat(31)}` },
]
const BY_CASE: Named[] = [
  { table: 'Session', column: 'deletedAt' },
  { table: 'session', column: 'deletedAt' },
]

/** A database that does not tell names apart by case cannot have both; with MySQL the server's file system decides. */
const namesFor = ({ dialect }: TestDatabase) => (dialect === 'postgres' ? [...ALL, ...BY_CASE] : ALL)

const text = JSON.stringify

function project(database: TestDatabase, names: Named[]): string {
  const models = names.map(
    ({ table, column }, index) =>
      [
        `models/model-${index}.js`,
        `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Model${index}', { title: DataTypes.STRING }, { tableName: ${text(table)}, deletedAt: ${text(column)}, paranoid: true, timestamps: true, createdAt: false, updatedAt: false })
`,
      ] as const,
  )
  const tables = names.map(
    ({ table }) =>
      `    await queryInterface.createTable(${text(table)}, { id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true }, title: Sequelize.STRING })`,
  )
  const root = tempProject({
    'package.json': '{}',
    'config/config.js': database.config,
    'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
${tables.join('\n')}
  },
  async down() {},
}
`,
    ...Object.fromEntries(models),
  })
  linkModules(root)
  expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  return root
}

for (const name of ['postgres', 'mariadb', 'sqlite'] as const)
  describeOn(
    name,
    'hard names',
    usingDatabase(name, (database) => {
      it('are found missing by the migrations and by the database, added, verified, and taken back', async () => {
        const names = namesFor(database())
        const root = project(database(), names)
        const statuses = async (line: string) => {
          const { out } = await type(root, `${line} --format json`)
          return JSON.parse(out).models.map(({ name: model, status }: { name: string; status: string }) => [
            model,
            status,
          ])
        }
        const all = (status: string) => names.map((_, index) => [`Model${index}`, status])
        expect(await statuses('check models')).toEqual(all('missing-column'))
        expect(await statuses('check models --evidence database')).toEqual(all('missing-column'))

        expect(await type(root, 'models --yes')).toMatchObject({ code: 0, err: '' })
        expect(fs.readdirSync(path.join(root, 'migrations'))).toHaveLength(names.length + 1)
        expect(await statuses('check models')).toEqual(all('ok'))
        expect(await statuses('check models --evidence database')).toEqual(all('pending'))
        const deployed = await type(root, 'deploy models')
        expect(deployed).toMatchObject({ code: 0, err: expect.not.stringContaining('ERROR') })
        expect(await statuses('check models --evidence database')).toEqual(all('ok'))
        expect(await type(root, 'verify models')).toMatchObject({ code: 0 })
        expect(await type(root, 'deploy models')).toMatchObject({
          code: 0,
          out: expect.stringContaining('No migration of ours waits'),
        })
        expect(await type(root, 'rollback models --force')).toMatchObject({ code: 0 })
        expect(await statuses('check models --evidence database')).toEqual(all('missing-column'))
      })
    }),
  )
