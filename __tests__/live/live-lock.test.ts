/** deploy beside long readers and beside another deploy: it waits in short tries, and lets everybody else by. */

import { QueryTypes, type Sequelize } from 'sequelize'
import { type } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { columnsOf } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { beside, reader, started, until, waiters } from '../helpers/databases/traffic'

const count = (sequelize: Sequelize) =>
  sequelize.query('SELECT count(*) AS n FROM sessions', { type: QueryTypes.SELECT })

const noted = async (sequelize: Sequelize): Promise<string[]> => {
  const quoted = sequelize.getDialect() === 'postgres' ? '"SequelizeMeta"' : 'SequelizeMeta'
  const rows = await sequelize.query<{ name: string }>(`SELECT name FROM ${quoted}`, {
    type: QueryTypes.SELECT,
  })
  return rows.map(({ name }) => name).filter((name) => name.includes('deletedat'))
}

describe.each(['postgres', 'mariadb'] as const)('locks', (name) => {
  describeOn(
    name,
    'deploy',
    usingDatabase(name, (database) => {
      let root: string
      beforeEach(async () => {
        root = driftingProject(database())
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
      })

      it('gives up beside a long reader, says who it is, and lets queries by', async () => {
        await beside(database(), async (sequelize) => {
          const long = await reader(sequelize)
          const deploy = started(root, 'deploy models', { DELETEDAT_LOCK_TRIES: '2' })
          await until('its waiting', async () => (await waiters(sequelize)) > 0)
          // It comes through only if the change ahead of it gives up: the reader stays.
          await count(sequelize)
          const told = await deploy.ended
          await long.end()
          expect(told).toMatchObject({ code: 2 })
          expect(told.out).toMatch(/failed .*"deletedAt" is not there/)
          expect(told.out).toMatch(/(process|connection) \d+ .*has it in use for \d+ s/)
          expect(told.err).toContain('is locked, again in')
          expect(await noted(sequelize)).toEqual([])
        })
        expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
      })

      it('goes on by itself as the reader ends', async () => {
        await beside(database(), async (sequelize) => {
          const long = await reader(sequelize)
          const deploy = started(root, 'deploy models')
          await until('a second try', () => deploy.told.err.includes('is locked, again in'))
          await count(sequelize)
          await long.end()
          expect(await deploy.ended).toMatchObject({ code: 0 })
          expect(await noted(sequelize)).toHaveLength(1)
        })
        expect(await columnsOf(database(), { name: 'sessions' })).toContain('deletedAt')
      })

      it('works once where two are started, and neither fails', async () => {
        const both = await Promise.all([
          started(root, 'deploy models').ended,
          started(root, 'deploy models').ended,
        ])
        for (const told of both) {
          expect(told).toMatchObject({ code: 0, out: expect.stringContaining('findOne, count 2') })
          expect(told.out + told.err).not.toMatch(/error|failed/i)
        }
        await beside(database(), async (sequelize) => expect(await noted(sequelize)).toHaveLength(1))
      })

      it('waits for another deploy, and says so', async () => {
        await beside(database(), async (sequelize) => {
          const long = await reader(sequelize)
          const first = started(root, 'deploy models')
          await until('a second try', () => first.told.err.includes('is locked, again in'))
          const second = started(root, 'deploy models')
          await until('the second one', () => second.told.err.includes('Another deploy is at work'))
          const third = await started(root, 'deploy models --wait 0').ended
          expect(third).toMatchObject({ code: 2, out: '' })
          expect(third.err).toContain('Another deploy has been at work on this database for 0 seconds.')
          await long.end()
          expect(await first.ended).toMatchObject({ code: 0 })
          expect(await second.ended).toMatchObject({ code: 0 })
          expect(await noted(sequelize)).toHaveLength(1)
        })
      })
    }),
  )
})
