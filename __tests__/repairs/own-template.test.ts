/** The template of docs/runners.md, filled, run by sequelize-cli, and taken back. */

import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { columnsOf, indexesOf } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { sequelizeCli } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const docs = fs.readFileSync(path.join(__dirname, '../../docs/runners.md'), 'utf8')
const [, template = ''] = /^## A template of your own\n[\s\S]*?^```js\n([\s\S]*?)^```$/m.exec(docs) ?? []

test('the page has a template', () => expect(template).toContain("'__MIGRATION__'"))

describeOn(
  'pglite',
  'a template of your own',
  usingDatabase('pglite', (database) => {
    test.each([
      ['', []],
      [' --with-index', ['sessions_deleted_at']],
    ])('is written, run and taken back%s', async (option, indexes) => {
      const root = tempProject()
      driftingProject(database(), {}, root)
      addFiles(root, { 'soft-delete.js': template })
      expect((await type(root, `--yes --template soft-delete.js${option}`)).code).toBe(0)
      const name = '20250530120000-add-sessions-deletedat-column.js'
      const text = fs.readFileSync(path.join(root, 'migrations', name), 'utf8')
      expect(text).toContain("'sessions', 'deletedAt'")
      const table = { name: 'sessions' }
      const before = await columnsOf(database(), table)
      expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
      expect(await columnsOf(database(), table)).toEqual([...before, 'deletedAt'])
      expect(await indexesOf(database(), table)).toEqual(expect.arrayContaining(indexes))
      expect((await withEnv({}, () => type(root, 'verify'))).code).toBe(0)
      expect((await type(root, 'rollback --force')).code).toBe(0)
      expect(await columnsOf(database(), table)).toEqual(before)
      expect(fs.existsSync(path.join(root, 'migrations', name))).toBe(false)
    })
  }),
)
