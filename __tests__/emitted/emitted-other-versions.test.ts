/** Filled templates with Sequelize 4, 5 and 7, on real databases. */

import { spawnSync } from 'node:child_process'
import { QueryTypes } from 'sequelize'
import { databaseNames, describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected, indexesOf } from '../helpers/databases/catalog'
import {
  compiled,
  creating,
  filled,
  filledBoth,
  findAll,
  hostile,
  indexMigration,
  migration,
  project,
  provesItself,
  sessions,
  usingDatabase,
} from '../helpers/databases/emitted'
import { linkModules, sequelizeCli } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

describe.each(databaseNames)('add-column.cjs, Sequelize 5', (name) => {
  describeOn(
    name,
    'through sequelize-cli',
    usingDatabase(name, (database) => {
      it.each([
        ['studio', 'sessions_deleted_at'],
        [undefined, undefined],
      ])('runs up, down and up (schema %s, index %s)', async (schema, index) => {
        const names = { ...sessions, table: { schema, name: 'Sessions' }, index }
        const ran = project(database(), [creating(names.table)], filledBoth(names), 'sequelize-v5')
        await provesItself(database(), names, ran)
        expect(sequelizeCli(ran.root, 'db:migrate:status').output).toContain('ORM: 5.')
      })
    }),
  )
})

describe.each(['postgres', 'pglite'] as const)('Sequelize 4', (name) => {
  describeOn(
    name,
    'add-column.cjs',
    usingDatabase(name, (database) => {
      it('adds the column; as it writes no comments, down leaves it and says so', async () => {
        const before = [creating(sessions.table)]
        const { migrate, undo } = project(database(), before, filledBoth(sessions), 'sequelize-v4')
        expect(migrate()).toMatchObject({ code: 0, output: expect.stringContaining('ORM: 4.') })
        expect(await findAll(database(), sessions)).toHaveLength(1)
        expect(undo()).toMatchObject({
          code: 0,
          output: expect.stringContaining('is not marked as added here'),
        })
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name', 'deletedAt'])
      })
    }),
  )
})

describeOn(
  'mariadb',
  'Sequelize 4, add-column.cjs',
  usingDatabase('mariadb', (database) => {
    it('runs up, down and up, for there the comment is in the type', async () => {
      const names = { ...sessions, index: 'sessions_deleted_at' }
      const ran = project(database(), [creating(sessions.table)], filledBoth(names), 'sequelize-v4')
      await provesItself(database(), names, ran)
    })
  }),
)

/** sequelize-cli 6 cannot run Sequelize 7, so the migration gets what @sequelize/cli hands it: interface and instance. */
const runner = `
  const { Sequelize } = require('@sequelize/core')
  const { PostgresDialect } = require('@sequelize/postgres')
  const [url, direction, ...ours] = process.argv.slice(2)
  const sequelize = new Sequelize({ dialect: PostgresDialect, url, logging: false })
  const run = async () => {
    for (const file of ours) await require(file)[direction](sequelize.queryInterface, sequelize)
  }
  run().finally(() => sequelize.close())`

const timestampsOfItsOwn = `
  module.exports.up = (queryInterface, sequelize) => {
    sequelize.define('Own', {}, { paranoid: true })
    return sequelize.sync()
  }`

function onSequelize7({ url }: TestDatabase, ours: string[]) {
  const files = ours.map((_, nth) => `./${nth}.cjs`)
  const root = tempProject({
    ...Object.fromEntries(ours.map((text, nth) => [`${nth}.cjs`, text])),
    'run.cjs': runner,
  })
  linkModules(root)
  return (direction: 'up' | 'down') => {
    const order = direction === 'up' ? files : [...files].reverse()
    const { status, stdout, stderr } = spawnSync(process.execPath, ['run.cjs', url!, direction, ...order], {
      cwd: root,
    })
    return { code: status, output: String(stdout) + String(stderr) }
  }
}

describe.each(['postgres', 'pglite'] as const)('Sequelize 7', (name) => {
  describeOn(
    name,
    'its own query interface',
    usingDatabase(name, (database) => {
      it.each([
        ['.v7.cjs', undefined, 'Sessions'],
        ['.v7.cjs', 'Studio', hostile('postgres').table.name],
        ['.v7.ts', 'Studio', 'Sessions'],
      ])('%s runs up, up again, down, down again and up (%s.%s)', async (form, schema, table) => {
        const names = { ...sessions, table: { schema, name: table }, index: 'sessions_deleted_at' }
        project(database(), [creating(names.table)], [])
        const codes = filledBoth(names, form)
        const run = onSequelize7(database(), form.endsWith('.ts') ? codes.map(compiled) : codes)

        expect(run('up')).toEqual({ code: 0, output: '' })
        expect(await columnsOf(database(), names.table)).toEqual(['id', 'name', 'deletedAt'])
        expect(await indexesOf(database(), names.table)).toContain('sessions_deleted_at')
        expect(await findAll(database(), names)).toHaveLength(1)
        expect(run('up').output).toBe(
          `${migration}: deletedAt is there already, it stays as it is\n` +
            `${indexMigration}: sessions_deleted_at is there already, it stays as it is\n`,
        )
        expect(run('down')).toEqual({
          code: 0,
          output: `${migration}: with deletedAt go 0 deletion times, and nothing else\n`,
        })
        expect(await columnsOf(database(), names.table)).toEqual(['id', 'name'])
        expect(run('down').output).toBe(
          `${indexMigration}: sessions_deleted_at is not marked as added here, it stays as it is\n` +
            `${migration}: deletedAt is not marked as added here, it stays as it is\n`,
        )
        expect(run('up')).toEqual({ code: 0, output: '' })
        expect(await columnsOf(database(), names.table)).toEqual(['id', 'name', 'deletedAt'])
      })

      it('gives the column the type that Sequelize 7 gives its own timestamps', async () => {
        project(database(), [creating(sessions.table)], [])
        expect(onSequelize7(database(), [filled(sessions, 'add-column.v7.cjs')])('up').code).toBe(0)
        expect(onSequelize7(database(), [timestampsOfItsOwn])('up').code).toBe(0)
        const types = await connected(database(), (sequelize) =>
          sequelize.query<{ type: string }>(
            `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attname = 'deletedAt'`,
            { type: QueryTypes.SELECT },
          ),
        )
        expect(types).toEqual([
          { type: 'timestamp(6) with time zone' },
          { type: 'timestamp(6) with time zone' },
        ])
      })
    }),
  )
})
