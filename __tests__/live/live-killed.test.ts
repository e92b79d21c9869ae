/** deploy, ended at any moment without a chance to clean up: the next one goes on where it was. */

import type { Sequelize } from 'sequelize'
import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { beside, reader, started, until, waiters } from '../helpers/databases/traffic'

const ours = '20250530120000-add-sessions-deletedat-column.cjs'

async function noted(sequelize: Sequelize): Promise<number> {
  const quoted = sequelize.getDialect() === 'postgres' ? '"SequelizeMeta"' : 'SequelizeMeta'
  const [rows] = await sequelize.query(`SELECT name FROM ${quoted}`)
  return (rows as { name: string }[]).filter(({ name }) => name === ours).length
}

/** Holds the list of migrations, so that a migration can run and not be noted. */
const HOLD = {
  postgres: 'LOCK TABLE "SequelizeMeta" IN SHARE MODE',
  mysql: 'SELECT * FROM SequelizeMeta LOCK IN SHARE MODE',
  sqlite: '',
}

interface Moment {
  /** Lays something in the way; what it gives back takes it away again. */
  before?(sequelize: Sequelize, database: TestDatabase): Promise<{ end(): Promise<void> }>
  has(told: { err: string }, sequelize: Sequelize, database: TestDatabase): Promise<boolean> | boolean
}

const moments: Record<string, Moment> = {
  'as it has connected': { has: ({ err }) => err.includes('Database ') },
  'as its migration waits for the table': {
    before: (sequelize) => reader(sequelize),
    has: async (_told, sequelize) => (await waiters(sequelize)) > 0,
  },
  'when the column is there, and not noted yet': {
    before: (sequelize, { dialect }) => reader(sequelize, HOLD[dialect]),
    has: async (_told, _sequelize, database) =>
      (await columnsOf(database, { name: 'sessions' })).includes('deletedAt'),
  },
  'when all is done but the proof': { has: ({ err }) => err.includes('migrated') },
}

describe.each(['postgres', 'mariadb'] as const)('killed', (name) => {
  describeOn(
    name,
    'deploy is killed',
    usingDatabase(name, (database) => {
      it.each(Object.entries(moments))('%s', async (_moment, { before, has }) => {
        const root = driftingProject(database())
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
        await beside(database(), async (sequelize) => {
          const held = await before?.(sequelize, database())
          const first = started(root, 'deploy models')
          await until('the moment', () => has(first.told, sequelize, database()))
          first.kill()
          await first.ended
          const second = started(root, 'deploy models')
          await until('the second one', () => second.isAtWork())
          await held?.end()
          expect(await second.ended).toMatchObject({
            code: 0,
            out: expect.stringContaining('findOne, count 2'),
          })
          expect(await noted(sequelize)).toBe(1)
        })
        expect(await columnsOf(database(), { name: 'sessions' })).toEqual([
          'id',
          'title',
          'createdAt',
          'updatedAt',
          'deletedAt',
        ])
        expect(await type(root, 'rollback models --force')).toMatchObject({ code: 0 })
        expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
      })
    }),
  )
})
