/** deploy through PgBouncer in transaction mode, where no statement knows which session it gets. */

import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { hasPgBouncer, throughPgBouncer } from '../helpers/databases/pgbouncer'
import { started } from '../helpers/databases/traffic'
import { addFiles } from '../helpers/temp-project'

/** The advisory locks that anybody holds in this database. */
const locks = (database: TestDatabase) =>
  connected(database, async (sequelize) => {
    const [rows] = await sequelize.query(
      "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    )
    return rows.length
  })

/** The project, its connection led through PgBouncer, with a migration of ours that waits. */
async function pooled(database: TestDatabase, work: (root: string) => Promise<void>): Promise<void> {
  const root = driftingProject(database)
  await throughPgBouncer(database.options, async (options) => {
    const config = { ...database.options, ...options, logging: undefined }
    addFiles(root, { 'config/config.js': `module.exports = ${JSON.stringify(config)}\n` })
    expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
    await work(root)
  })
}

;(hasPgBouncer() ? describe : describe.skip)('PgBouncer', () => {
  describeOn(
    'postgres',
    'transaction mode',
    usingDatabase('postgres', (database) => {
      it('deploy adds the column once, and leaves no lock behind', async () => {
        await pooled(database(), async (root) => {
          expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
          expect(await columnsOf(database(), { name: 'sessions' })).toContain('deletedAt')
          expect(await locks(database())).toBe(0)
          expect(await type(root, 'deploy models')).toMatchObject({
            code: 0,
            out: expect.stringContaining('No migration of ours waits'),
          })
          expect(await type(root, 'verify models')).toMatchObject({ code: 0 })
          expect(await type(root, 'rollback models --force')).toMatchObject({ code: 0 })
          expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
          expect(await locks(database())).toBe(0)
        })
      })

      it('of two at once one works, and the other waits for it', async () => {
        await pooled(database(), async (root) => {
          const told = await Promise.all([1, 2].map(() => started(root, 'deploy models').ended))
          expect(told.map(({ code }) => code)).toEqual([0, 0])
          const all = told.map(({ out, err }) => out + err).join('\n')
          expect(all.match(/: migrated/g)).toHaveLength(1)
          expect(await locks(database())).toBe(0)
        })
      })
    }),
  )
})
