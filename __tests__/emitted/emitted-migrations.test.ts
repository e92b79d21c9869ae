/** Filled templates do what they say: run by sequelize-cli with Sequelize 6, on real databases. */

import type { Names } from '../../src/repairs/template'
import { databaseNames, describeOn } from '../helpers/databases'
import { columnsOf, indexesOf } from '../helpers/databases/catalog'
import {
  childrenOf,
  compiled,
  creating,
  famous,
  filled,
  filledBoth,
  findAll,
  hostile,
  project,
  provesItself,
  rowsIn,
  running,
  sessions,
  usingDatabase,
} from '../helpers/databases/emitted'

describe.each(databaseNames)('add-column.cjs, Sequelize 6', (name) => {
  describeOn(
    name,
    'through sequelize-cli',
    usingDatabase(name, (database) => {
      it('runs up, up again, down and up; the query fails before and works after; child rows survive', async () => {
        const before = [creating(sessions.table), childrenOf(sessions.table)]
        const ran = project(database(), before, filledBoth(sessions))
        await expect(findAll(database(), sessions)).rejects.toThrow(famous[database().dialect])
        await provesItself(database(), sessions, ran)
        expect(await rowsIn(database(), 'children')).toBe(2)
      })

      it('leaves a column that was there before, up and down, and says so', async () => {
        const before = [creating(sessions.table, 'deletedAt: Sequelize.DATE')]
        const { migrate, undo } = project(database(), before, filledBoth(sessions))
        expect(migrate()).toMatchObject({
          code: 0,
          output: expect.stringContaining('deletedAt is there already, it stays as it is'),
        })
        expect(undo()).toMatchObject({
          code: 0,
          output: expect.stringContaining('deletedAt is not marked as added here, it stays as it is'),
        })
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name', 'deletedAt'])
      })

      it('adds an index with the column and removes it with the column', async () => {
        const names = { ...sessions, index: 'sessions_deleted_at' }
        const before = [creating(sessions.table), childrenOf(sessions.table)]
        await provesItself(database(), names, project(database(), before, filledBoth(names)))
        expect(await rowsIn(database(), 'children')).toBe(2)
      })

      it('survives hostile names', async () => {
        const names = hostile(database().dialect)
        await provesItself(database(), names, project(database(), [creating(names.table)], filledBoth(names)))
      })

      it('says what to do where the table is missing', () => {
        const nowhere = { ...sessions, table: { name: 'Nowhere' } }
        const { migrate } = project(database(), [creating(sessions.table)], filledBoth(nowhere))
        const { code, output } = migrate()
        expect(code).toBe(1)
        expect(output).toMatch(
          database().dialect === 'mysql'
            ? /Table '\w+\.Nowhere' doesn't exist/
            : /["`]Nowhere["`] is a view, or no table: run the migration that creates it first/,
        )
      })

      it('works in a schema, on the one of two tables of a name that is meant', async () => {
        const names = {
          ...sessions,
          table: { schema: 'Studio', name: 'Sessions' },
          index: 'sessions_deleted_at',
        }
        const before = [creating(sessions.table), creating(names.table)]
        await provesItself(database(), names, project(database(), before, filledBoth(names)))
        expect(await columnsOf(database(), sessions.table)).toEqual(['id', 'name'])
      })
    }),
  )
})

describe.each(['postgres', 'pglite'] as const)('add-column.cjs, Sequelize 6', (name) => {
  describeOn(
    name,
    'two schemas',
    usingDatabase(name, (database) => {
      it('undoes and redoes one of two tables of a name that both have our comment', async () => {
        const twins = ['a', 'b'].map((schema) => ({
          ...sessions,
          table: { schema, name: 'Sessions' },
          index: 'same',
        }))
        const [a, b] = twins as [Names, Names]
        const theFirst = [
          filled({ ...a, index: undefined, migration: 'the-first' }),
          filled({ ...a, migration: 'the-second' }, 'add-index.cjs'),
        ]
        const before = [creating(a.table), creating(b.table), ...theFirst]
        await provesItself(database(), b, project(database(), before, filledBoth(b)))
        expect(await columnsOf(database(), a.table)).toContain('deletedAt')
        expect(await indexesOf(database(), a.table)).toContain('same')
      })
    }),
  )
})

describeOn(
  'sqlite',
  'add-column.cjs, Sequelize 6, beside an index that describeTable cannot read',
  usingDatabase('sqlite', (database) => {
    it('runs up, down and up', async () => {
      const before = [creating(sessions.table), running('CREATE INDEX short ON Sessions (lower(name))')]
      await provesItself(database(), sessions, project(database(), before, filledBoth(sessions)))
      expect(await indexesOf(database(), sessions.table)).toEqual(['short'])
    })
  }),
)

describe.each(databaseNames)('add-column.ts, Sequelize 6', (name) => {
  describeOn(
    name,
    'compiled',
    usingDatabase(name, (database) => {
      it('runs up, down and up', async () => {
        const names = { ...sessions, index: 'sessions_deleted_at' }
        const ours = filledBoth(names, '.ts').map(compiled)
        const before = [creating(sessions.table), childrenOf(sessions.table)]
        await provesItself(database(), names, project(database(), before, ours))
        expect(await rowsIn(database(), 'children')).toBe(2)
      })
    }),
  )
})
