/** Stopped at any point, a migration of ours is run again as if it had not been; and it knows its own work. */

import { Sequelize } from 'sequelize'
import type { Names } from '../../src/repairs/template'
import { databaseNames, describeOn } from '../helpers/databases'
import { columnsOf, connected, indexesOf } from '../helpers/databases/catalog'
import {
  creating,
  filledBoth,
  indexMigration,
  loaded,
  project,
  ran,
  sessions,
  sql,
  usingDatabase,
} from '../helpers/databases/emitted'

const indexed: Names = { ...sessions, index: 'sessions_deleted_at' }

describe.each(databaseNames)('killed before it is noted as done', (name) => {
  describeOn(
    name,
    'add-column.cjs and add-index.cjs',
    usingDatabase(name, (database) => {
      it('is done again, and its down knows its own work', async () => {
        const { migrate, undo } = project(database(), [creating(sessions.table)], filledBoth(indexed))
        for (const code of filledBoth(indexed)) await ran(database(), code, 'up')
        expect(migrate().output).toContain(
          `${indexMigration}: sessions_deleted_at is there already, it stays`,
        )
        for (const code of filledBoth(indexed).reverse()) await ran(database(), code, 'down')
        expect(undo()).toMatchObject({ code: 0 })
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name'])
        expect(await indexesOf(database(), sessions.table)).not.toContain('sessions_deleted_at')
      })

      it('leaves an index of that name that it did not make', async () => {
        const quote = database().dialect === 'postgres' ? '"' : '`'
        const [column, index] = filledBoth(indexed) as [string, string]
        project(database(), [creating(sessions.table)], [])
        await ran(database(), column, 'up')
        const on = `${quote}Sessions${quote} (${quote}deletedAt${quote})`
        await sql(database(), `CREATE INDEX sessions_deleted_at ON ${on}`)
        await ran(database(), index, 'up')
        expect(await ran(database(), index, 'down')).toEqual([
          `${indexMigration}: sessions_deleted_at is not marked as added here, it stays as it is`,
        ])
        expect(await indexesOf(database(), sessions.table)).toContain('sessions_deleted_at')
      })
    }),
  )
})

describeOn(
  'postgres',
  'add-index.cjs, killed while it builds',
  usingDatabase('postgres', (database) => {
    it.each([
      [
        'an invalid index',
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'new_sessions_deleted_at'::regclass",
      ],
      ['a built one that has not its name', 'SELECT 1'],
    ])('leaves %s behind, and is done again as if it were not', async (_what, as) => {
      const [column, index] = filledBoth(indexed) as [string, string]
      project(database(), [creating(sessions.table)], [])
      await ran(database(), column, 'up')
      await sql(database(), 'CREATE INDEX new_sessions_deleted_at ON "Sessions" ("deletedAt")')
      await sql(database(), as)
      await ran(database(), index, 'up')
      expect((await indexesOf(database(), sessions.table)).sort()).toEqual([
        'Sessions_pkey',
        'sessions_deleted_at',
      ])
      await ran(database(), index, 'down')
      expect(await indexesOf(database(), sessions.table)).toEqual(['Sessions_pkey'])
    })

    it('leaves the limits of its connection as they were', async () => {
      const [column, index] = filledBoth(indexed) as [string, string]
      project(database(), [creating(sessions.table)], [])
      await ran(database(), column, 'up')
      const said = jest.spyOn(console, 'log').mockImplementation(() => {})
      const one = { ...database(), options: { ...database().options, pool: { max: 1 } } }
      const limits = await connected(one, async (sequelize) => {
        await loaded(index).up(sequelize.getQueryInterface(), Sequelize)
        return sequelize.query(
          "SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS run",
        )
      })
      said.mockRestore()
      expect(limits[0]).toEqual([{ lock: '0', run: '0' }])
    })
  }),
)
