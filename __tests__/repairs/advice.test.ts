/** Every folder of __testfixtures__/advice: uniques and cascades that soft delete does not get on with. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import schema from '../../schema/report.schema.json'
import { settingsFrom } from '../../src/cli/settings'
import { check } from '../../src/commands/check'
import type { Advice } from '../../src/types'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/advice')
const foldersIn = (folder: string): string[] => fs.readdirSync(folder).sort()

function copy(name: string): string {
  const root = tempProject()
  fs.cpSync(path.join(fixtures, name, 'project'), root, { recursive: true })
  return root
}

const shown = ({ kind, model, table, sql, at }: Advice, root: string): string =>
  `${kind} ${model} ${path.relative(root, at.file).split(path.sep).join('/')}:${at.line} ${sql ?? table.name}`

test.each(foldersIn(fixtures))('%s', async (name) => {
  expect(foldersIn(path.join(fixtures, name))).toEqual(['expected.json', 'project'])
  const root = copy(name)
  const settings = settingsFrom(
    { paths: ['models'], advice: true },
    { cwd: root, env: {}, terminal: { input: false, output: false } },
  )
  const { advice = [] } = await check(settings)
  const expected = JSON.parse(fs.readFileSync(path.join(fixtures, name, 'expected.json'), 'utf8'))
  expect(advice.map((one) => shown(one, root))).toEqual(expected)
})

describe('as it is told', () => {
  test('what, where, what to do, the SQL; the exit code is that of the findings', async () => {
    const root = copy('advice-that-was-taken')
    fs.rmSync(path.join(root, 'migrations/20240201000000-live-emails.js'))
    const { out, code } = await type(root, 'check models --advice')
    expect(code).toBe(0)
    expect(out).toBe(`advice (1)

  User: a soft-deleted row goes on holding its unique "email", so it cannot be made anew.
  migrations/20240101000000-users.js:3
    3 |     await queryInterface.createTable('users', {
  Let the unique hold for live rows only, and remove this one ("users": "email").
    CREATE UNIQUE INDEX "users_email_live" ON "users" ("email") WHERE "deletedAt" IS NULL;

No findings; 1 paranoid among 1 model in 1 file, judged by migrations.
`)
    expect((await type(root, 'check models')).out).not.toContain('advice')
  })

  test('the default command gives it too, and JSON has all of it', async () => {
    const root = copy('cascades')
    const { out } = await type(root, 'models --advice --only Session --format json')
    const document = JSON.parse(out)
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema)
    validate(document)
    expect(validate.errors).toBeNull()
    expect(document.advice).toHaveLength(4)
    expect(document.advice[0]).toEqual({
      kind: 'cascade-skips',
      model: 'Session',
      table: { schema: null, name: 'clicks' },
      message:
        'Session: ON DELETE CASCADE of "clicks" never fires, for destroy() only notes the time; the rows stay.',
      hint: expect.stringContaining('beforeDestroy hook of Session'),
      sql: null,
      file: 'migrations/20240101000000-all.js',
      line: 8,
    })
  })

  test('none for a model whose paranoid goes', async () => {
    const root = copy('uniques-of-the-model')
    const advised = async (line: string) =>
      JSON.parse((await type(root, `${line} --advice --format json`)).out).advice
    expect(await advised('models --dry-run')).toHaveLength(3)
    expect(await advised('models --dry-run --repair disable-paranoid')).toEqual([])
  })

  test('no advice is said, too; why gives none', async () => {
    const root = copy('advice-that-was-taken')
    expect((await type(root, 'check models --advice')).out).toContain('No advice: ')
    expect(await type(root, 'why User models --advice')).toMatchObject({
      code: 2,
      err: 'This command gives no advice, so there is no --advice.\ncheck --advice gives it.\n',
    })
  })
})
