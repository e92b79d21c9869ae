/** The whole way, as a user goes it, on every database: drift, repair, deploy, verify, rollback, and everything as before. */

import { spawnSync } from 'node:child_process'
import { type } from '../helpers/command'
import { databaseNames, describeOn } from '../helpers/databases'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject, served } from '../helpers/databases/live-project'
import { bytesOf } from '../helpers/temp-project'

const query = (root: string) => spawnSync(process.execPath, ['query.js'], { cwd: root, encoding: 'utf8' })

const sources = (root: string) =>
  Object.fromEntries(Object.entries(bytesOf(root)).filter(([name]) => /^(models|migrations)/.test(name)))

describe.each(databaseNames)('the whole way', (name) => {
  describeOn(
    name,
    'from the failing query and back',
    usingDatabase(name, (database) => {
      it('repairs, deploys, verifies, and takes all of it back', async () => {
        const root = driftingProject(database())
        const before = sources(root)
        const failed = query(root)
        expect(failed).toMatchObject({ status: 1, stderr: expect.stringContaining('deletedAt') })
        const diagnosed = await type(root, ['diagnose', failed.stderr, 'models'])
        expect(diagnosed).toMatchObject({ code: 1, out: expect.stringContaining('Session  missing-column') })
        expect(diagnosed.out).toContain('models/session.js:7')

        expect(await type(root, 'models --yes')).toMatchObject({ code: 0, err: '' })
        expect((await type(root, 'check models --evidence database')).out).toContain('waits to be run')

        const deployed = await type(root, 'deploy models --write-test')
        expect(deployed).toMatchObject({ code: 0, out: expect.stringContaining('create and destroy') })
        expect(await type(root, 'deploy models')).toMatchObject({
          code: 0,
          out: expect.stringContaining('No migration of ours waits'),
        })
        expect(query(root)).toMatchObject({ status: 0, stdout: '1 sessions\n' })
        await served(root, async (url) => {
          const verified = await type(root, ['verify', 'models', '--endpoint', url])
          expect(verified).toMatchObject({ code: 0, out: expect.stringContaining(`GET ${url}`) })
        })

        expect(await type(root, 'rollback models')).toMatchObject({
          code: 2,
          err: expect.stringContaining('Session still asks for "deletedAt"'),
        })
        expect(await type(root, 'rollback models --force')).toMatchObject({ code: 0 })
        expect(sources(root)).toEqual(before)
        expect(query(root).status).toBe(1)
        expect(await type(root, 'check models --evidence database')).toMatchObject({
          code: 1,
          out: expect.stringContaining('missing-column (1)'),
        })

        expect(await type(root, 'models --repair disable-paranoid')).toMatchObject({ code: 0 })
        expect(query(root)).toMatchObject({ status: 0, stdout: '1 sessions\n' })
        expect(await type(root, 'rollback models')).toMatchObject({ code: 0 })
        expect(sources(root)).toEqual(before)
      })

      it('says that the endpoint fails, with the message it found in its answer', async () => {
        const root = driftingProject(database())
        await served(root, async (url) => {
          const verified = await type(root, ['verify', 'models', '--wait', '0', '--endpoint', url])
          expect(verified).toMatchObject({
            code: 1,
            out: expect.stringMatching(/failed +GET .*500: .*deletedAt/),
          })
        })
      })
    }),
  )
})
