/** Migrations in TypeScript, which sequelize-cli cannot load by itself. */

import path from 'node:path'
import { type } from '../helpers/command'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'

const template = path.join(__dirname, '../../templates/add-column.ts')

describe(
  'a project without a loader of its own',
  usingDatabase('sqlite', (database) => {
    test('its TypeScript migration is deployed, and taken back', async () => {
      const root = driftingProject(database())
      const ran = await type(root, ['models', '--yes', '--template', template])
      expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('-column.ts') })
      expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
      expect(await type(root, 'rollback models --force')).toMatchObject({
        code: 0,
        out: expect.stringContaining('"deletedAt" is gone'),
      })
    })
  }),
)
