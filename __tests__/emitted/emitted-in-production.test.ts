/** The migration of a column among those who use the table: locks, rows, views and schemas. */

import { Sequelize } from 'sequelize'
import type { Names } from '../../src/repairs/template'
import { databaseNames, describeOn } from '../helpers/databases'
import { columnsOf, connected, indexesOf } from '../helpers/databases/catalog'
import {
  childrenOf,
  creating,
  filled,
  filledBoth,
  loaded,
  migration,
  project,
  ran,
  rowsIn,
  running,
  sessions,
  sql,
  usingDatabase,
} from '../helpers/databases/emitted'

const indexed: Names = { ...sessions, index: 'sessions_deleted_at' }

/** Fails unless it becomes so; says what it waited for. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 600; tried++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`It was never so: ${what}`)
}

const waiting = {
  postgres: `SELECT count(*) AS n FROM pg_locks JOIN pg_class c ON c.oid = relation
    WHERE NOT granted AND mode = 'AccessExclusiveLock' AND relname = 'Sessions'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  mysql: `SELECT count(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND state = 'Waiting for table metadata lock'`,
}

describe.each(['postgres', 'mariadb'] as const)('a table that is being read', (name) => {
  describeOn(
    name,
    'add-column.cjs',
    usingDatabase(name, (database) => {
      it('is left to its readers again and again, until the one that holds it is done', async () => {
        project(database(), [creating(sessions.table)], [])
        const dialect = database().dialect as keyof typeof waiting
        const table = dialect === 'postgres' ? '"Sessions"' : '`Sessions`'
        await connected(database(), async (sequelize) => {
          const reader = await sequelize.transaction()
          await sequelize.query(`SELECT * FROM ${table}`, { transaction: reader })
          const done = ran(database(), filled(sessions), 'up', { DELETEDAT_LOCK_TRIES: '10' })
          const isWaiting = async () =>
            Number(((await sequelize.query(waiting[dialect]))[0][0] as { n: number }).n) > 0
          for (let turn = 0; turn < 2; turn++) {
            await until('the migration waits for its lock', isWaiting)
            // Behind the one that waits. It fails where it is held up for longer than three of its seconds.
            await sequelize.transaction(async (transaction) => {
              const limit = {
                postgres: "SET LOCAL statement_timeout = '3s'",
                mysql: 'SET lock_wait_timeout = 3',
              }
              await sequelize.query(limit[dialect], { transaction })
              await sequelize.query(`SELECT * FROM ${table}`, { transaction })
            })
          }
          await reader.commit()
          const said = await done
          expect(said.length).toBeGreaterThanOrEqual(2)
          expect(said[0]).toBe(`${table} is locked, again in 0.2 s (1 of DELETEDAT_LOCK_TRIES=10)`)
        })
        expect(await columnsOf(database(), sessions.table)).toContain('deletedAt')
      })

      it('is given up after so many tries, and nothing is left of it', async () => {
        project(database(), [creating(sessions.table)], [])
        await connected(database(), async (sequelize) => {
          const reader = await sequelize.transaction()
          const table = sequelize.getQueryInterface().quoteIdentifier('Sessions')
          await sequelize.query(`SELECT * FROM ${table}`, { transaction: reader })
          await expect(ran(database(), filled(sessions), 'up')).rejects.toThrow(/lock (wait )?timeout/i)
          await reader.commit()
        })
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name'])
      })
    }),
  )
})

const digits = [...Array(10).keys()].map((digit) => `SELECT ${digit} AS n`).join(' UNION ALL ')
const tenThousands = `FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) d, (${digits}) e`
const manyRows = (quote: string) =>
  running(
    `INSERT INTO ${quote}Sessions${quote} (id) SELECT 10 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n ${tenThousands}`,
  )

describe.each(databaseNames)('100,000 rows', (name) => {
  describeOn(
    name,
    'add-column.cjs',
    usingDatabase(name, (database) => {
      it('down refuses while rows are soft-deleted, and says what it loses where it is told to', async () => {
        const quote = database().dialect === 'postgres' ? '"' : '`'
        const before = [creating(sessions.table), manyRows(quote), childrenOf(sessions.table)]
        const { migrate, undo } = project(database(), before, filledBoth(sessions))
        expect(migrate()).toMatchObject({ code: 0 })
        const [table, column] = [`${quote}Sessions${quote}`, `${quote}deletedAt${quote}`]
        await sql(database(), `UPDATE ${table} SET ${column} = CURRENT_TIMESTAMP WHERE id < 777`)

        const refused = undo()
        expect(refused).toMatchObject({ code: 1 })
        expect(refused.output).toContain(
          '768 soft-deleted rows would come back to life: restore or delete them first, or set DELETEDAT_ALLOW_DATA_LOSS=1',
        )
        expect(await columnsOf(database(), sessions.table)).toContain('deletedAt')

        const done = undo({ DELETEDAT_ALLOW_DATA_LOSS: '1' })
        expect(done).toMatchObject({ code: 0 })
        expect(done.output).toContain(`${migration}: with deletedAt go 768 deletion times, and nothing else`)
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name'])
        expect(await rowsIn(database(), table)).toBe(100001)
        expect(await rowsIn(database(), 'children')).toBe(2)
      })
    }),
  )
})

describe.each(['postgres', 'pglite'] as const)('what there is in Postgres', (name) => {
  describeOn(
    name,
    'add-column.cjs',
    usingDatabase(name, (database) => {
      const up = () => ran(database(), filled(sessions), 'up')
      const down = () => ran(database(), filled(sessions), 'down')

      it('adds the column to a partitioned table and its partitions, and drops it', async () => {
        await sql(database(), 'CREATE TABLE "Sessions" (id int) PARTITION BY RANGE (id)')
        await sql(database(), 'CREATE TABLE part PARTITION OF "Sessions" FOR VALUES FROM (0) TO (9)')
        await up()
        expect(await columnsOf(database(), { name: 'part' })).toEqual(['id', 'deletedAt'])
        await down()
        expect(await columnsOf(database(), { name: 'part' })).toEqual(['id'])
      })

      it.each(['VIEW', 'MATERIALIZED VIEW'])('refuses a %s', async (kind) => {
        await sql(database(), `CREATE ${kind} "Sessions" AS SELECT 1 AS id`)
        await expect(up()).rejects.toThrow('"Sessions" is a view, or no table')
      })

      it('names what goes with the column, before it goes', async () => {
        await sql(database(), 'CREATE TABLE "Sessions" (id int)')
        await up()
        await sql(database(), 'CREATE UNIQUE INDEX one ON "Sessions" (id) WHERE "deletedAt" IS NULL')
        expect(await down()).toEqual([`${migration}: with deletedAt go 0 deletion times, and index one`])
        expect(await indexesOf(database(), sessions.table)).toEqual([])
      })

      it('names what holds the column, and leaves it', async () => {
        await sql(database(), 'CREATE TABLE "Sessions" (id int)')
        await up()
        await sql(database(), 'CREATE VIEW alive AS SELECT id FROM "Sessions" WHERE "deletedAt" IS NULL')
        const said = jest.spyOn(console, 'log').mockImplementation(() => {})
        const refused = connected(database(), (sequelize) =>
          loaded(filled(sessions)).down(sequelize.getQueryInterface(), Sequelize),
        )
        await expect(refused).rejects.toThrow('other objects depend on it')
        expect(said.mock.calls).toEqual([
          [`${migration}: with deletedAt go 0 deletion times, and rule _RETURN on view alive`],
        ])
        said.mockRestore()
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'deletedAt'])
      })
    }),
  )
})

describeOn(
  'postgres',
  'add-column.cjs, by search_path',
  usingDatabase('postgres', (database) => {
    it('alters the table that the database finds, of two with one mixed-case name', async () => {
      await sql(database(), 'CREATE SCHEMA "App"; CREATE TABLE "App"."Sessions" (id int)')
      await sql(database(), 'CREATE TABLE public."Sessions" (id int)')
      const [{ name } = { name: '' }] = await sql(database(), 'SELECT current_database() AS name')
      await sql(database(), `ALTER DATABASE "${name}" SET search_path = "App", public`)
      const [app, other] = [{ schema: 'App', name: 'Sessions' }, { name: 'Sessions' }]
      const [column, index] = filledBoth(indexed) as [string, string]

      await ran(database(), column, 'up')
      await ran(database(), index, 'up')
      expect(await columnsOf(database(), app)).toEqual(['id', 'deletedAt'])
      expect(await indexesOf(database(), app)).toEqual(['sessions_deleted_at'])
      expect(await columnsOf(database(), other)).toEqual(['id'])
      await ran(database(), index, 'down')
      await ran(database(), column, 'down')
      expect(await columnsOf(database(), app)).toEqual(['id'])
    })
  }),
)

describeOn(
  'mariadb',
  'a table that cannot be changed at once',
  usingDatabase('mariadb', (database) => {
    it('is left as it is, unless a rebuild is allowed', async () => {
      await sql(database(), 'CREATE TABLE Sessions (id INT PRIMARY KEY) ENGINE=InnoDB ROW_FORMAT=COMPRESSED')
      await expect(ran(database(), filled(sessions), 'up')).rejects.toThrow(
        /ALGORITHM=INSTANT is not supported.*\(or set DELETEDAT_ALLOW_REBUILD=1\)/,
      )
      expect(await columnsOf(database(), sessions.table)).toEqual(['id'])
      await ran(database(), filled(sessions), 'up', { DELETEDAT_ALLOW_REBUILD: '1' })
      expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'deletedAt'])
      await ran(database(), filled(sessions), 'down', { DELETEDAT_ALLOW_REBUILD: '1' })
      expect(await columnsOf(database(), sessions.table)).toEqual(['id'])
    })

    it('says which indexes go with the column, and resets its limit', async () => {
      await sql(database(), 'CREATE TABLE Sessions (id INT PRIMARY KEY)')
      const one = { ...database(), options: { ...database().options, pool: { max: 1 } } }
      await ran(one, filled(sessions), 'up')
      await sql(database(), 'CREATE INDEX own ON Sessions (deletedAt)')
      expect(await ran(database(), filled(sessions), 'down', { DELETEDAT_ALLOW_REBUILD: '1' })).toEqual([
        `${migration}: with deletedAt go 0 deletion times, and own`,
      ])
    })
  }),
)
