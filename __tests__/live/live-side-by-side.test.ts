/** Two projects in one tree, each on a database of its own: what connects does its work for one after the other. */

import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { addFiles, tempProject } from '../helpers/temp-project'

const MANIFEST = { 'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }' }

describeOn(
  'postgres',
  'a shop beside a blog on SQLite',
  usingDatabase('postgres', (shop) => {
    describe('and', () => {
      usingDatabase('sqlite', (blog) => {
        let root = ''

        beforeEach(() => {
          root = tempProject()
          driftingProject(blog(), MANIFEST, path.join(root, 'blog'))
          driftingProject(shop(), MANIFEST, path.join(root, 'shop'))
        })

        test('repair, deploy, verify, doctor and rollback from the root', async () => {
          expect(await type(root, '--yes')).toMatchObject({ code: 0 })
          const deployed = await type(root, 'deploy')
          expect(deployed.code).toBe(0)
          expect(deployed.out).toMatch(
            /^Database blog \(1 of 2\)$.*SQLite.*^Database shop \(2 of 2\)$.*PostgreSQL/ms,
          )

          const verified = await type(root, 'verify')
          expect(verified.code).toBe(0)
          expect(verified.out.match(/^No findings/gm)).toHaveLength(2)

          const one = await type(root, 'verify shop/models')
          expect([one.code, one.out]).toEqual([0, expect.not.stringContaining('Database blog')])
          const looked = await type(root, 'doctor')
          expect(looked.out).toMatch(/^Database blog .*^Database shop /ms)

          const back = await type(root, 'rollback --force')
          expect(back).toMatchObject({ code: 0 })
          expect(
            (await type(root, 'verify')).out.match(/"deletedAt" is not in the database yet/g),
          ).toHaveLength(2)
        })

        test('a report for a program, and a connection, are of one', async () => {
          const { code, err } = await type(root, 'verify --format json')
          expect([code, err]).toEqual([2, expect.stringContaining('Name one: --workspace blog.')])
        })

        test('what fails stops what changes a database, and says what was not begun', async () => {
          expect(await type(root, '--yes')).toMatchObject({ code: 0 })
          addFiles(root, { 'blog/config/config.js': "throw new Error('no config today')" })
          const { code, err } = await type(root, 'deploy')
          expect([code, err]).toEqual([2, expect.stringContaining('Not begun: shop.')])
        })
      })()
    })
  }),
)
