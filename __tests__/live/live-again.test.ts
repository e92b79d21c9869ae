/** A column that was taken away behind the back of the migrations: it is added anew, by a migration of its own. */

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { addFiles } from '../helpers/temp-project'

for (const name of ['postgres', 'mariadb', 'sqlite'] as const)
  describeOn(
    name,
    'a column that is gone again',
    usingDatabase(name, (database) => {
      it('is told from one that waits, and added again', async () => {
        const root = driftingProject(database())
        const ours = () =>
          readdirSync(path.join(root, 'migrations')).filter((file) => /-add-sessions-/.test(file))
        expect(await type(root, 'models --yes --timestamp 20250201000000')).toMatchObject({ code: 0 })
        const waits = (await type(root, 'check models --evidence database')).out
        expect(waits).toContain('pending (1)')
        expect(waits).toContain('Run it: npx deletedat-codemod deploy models.')
        const asked = await type(root, ['diagnose', 'column Session.deletedAt does not exist', 'models'])
        expect(asked.out).toContain('Next: npx deletedat-codemod deploy')
        expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
        const quote = database().dialect === 'postgres' ? '"' : '`'
        await connected(database(), (sequelize) =>
          sequelize.query(`ALTER TABLE sessions DROP COLUMN ${quote}deletedAt${quote}`),
        )

        expect((await type(root, 'check models')).code).toBe(0)
        const seen = await type(root, 'check models --evidence database')
        expect(seen).toMatchObject({ code: 1, out: expect.stringContaining('it was taken away since') })
        expect(await type(root, 'models --yes --evidence database')).toMatchObject({ code: 0 })
        expect(ours()).toHaveLength(2)
        expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
        expect(await type(root, 'check models --evidence database')).toMatchObject({ code: 0 })
      })

      it('that a migration of the project adds is run as the others are', async () => {
        const file = '20250301000000-theirs.js'
        const root = driftingProject(database())
        addFiles(root, {
          [`migrations/${file}`]:
            "exports.up = (queryInterface, Sequelize) => queryInterface.addColumn('sessions', 'deletedAt', Sequelize.DATE)\n",
        })
        const waits = (await type(root, 'check models --evidence database')).out
        expect(waits).toContain(`Run it: npx sequelize-cli db:migrate --name ${file}.`)
      })
    }),
  )
