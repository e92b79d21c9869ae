/** The command line of `diagnose`: where the text comes from, where the models are looked for, what is shown. */

import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { main } from '../../src/cli/main'
import { reportsIn } from '../../src/diagnosis'
import { NOW, type Told, type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

function project(): string {
  const root = tempProject()
  fs.cpSync(path.join(__dirname, '../../__testfixtures__/diagnosis-project'), root, { recursive: true })
  return root
}

/** Types a command with something on standard input. */
async function piped(root: string, argv: string[], input: (Buffer | string)[], isTTY = false): Promise<Told> {
  const told = { code: 0, out: '', err: '' }
  const to = (key: 'out' | 'err') =>
    Object.assign(
      new (require('node:stream').Writable)({
        write(chunk: Buffer, _: string, done: () => void) {
          told[key] += chunk
          done()
        },
      }),
    )
  const stdin = Object.assign(Readable.from(input), { isTTY })
  const around = { argv, cwd: root, env: {}, stdin, stdout: to('out'), stderr: to('err'), now: () => NOW }
  return { ...told, code: await main(around as never), out: told.out, err: told.err }
}

const ERROR = 'SequelizeDatabaseError: column Session.deletedAt does not exist\n'

describe('the text', () => {
  test.each([
    ['nothing', ['diagnose']],
    ['a dash', ['diagnose', '-']],
    ['a dash and paths', ['diagnose', '-', 'models/session.js']],
  ])('%s: standard input, in pieces', async (_, argv) => {
    const { code, out } = await piped(project(), argv, [
      Buffer.from(ERROR.slice(0, 30)),
      Buffer.from(ERROR.slice(30)),
    ])
    expect(code).toBe(1)
    expect(out).toContain('Session  missing-column')
  })

  test('as PowerShell writes it', async () => {
    const { code, out } = await piped(project(), ['diagnose'], [Buffer.from(`\ufeff${ERROR}`, 'utf16le')])
    expect([code, out]).toEqual([1, expect.stringContaining('Session  missing-column')])
  })

  test.each([
    ['nofile.log', 'There is no file nofile.log.'],
    ['logs/today', 'There is no file logs/today.'],
    ['models/', 'models/ is a folder, and no error text.'],
  ])('the name %s, which holds no text, is no clean text: exit code 2', async (name, problem) => {
    const { code, out, err } = await piped(project(), ['diagnose', name], [])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(problem)
  })

  test('an empty pipe: exit code 2', async () => {
    const { code, out, err } = await piped(project(), ['diagnose'], [])
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(
      'There is no error text: the standard input is empty.\nHand it over as one argument, as the name of a file, or by a pipe: npm start 2>&1 | npx deletedat-codemod diagnose.\n',
    )
  })

  test('without such an error: exit code 0', async () => {
    expect(await type(project(), ['diagnose', 'connect ECONNREFUSED 127.0.0.1:5432'])).toEqual({
      code: 0,
      out: expect.stringContaining('No error of soft delete in the text.'),
      err: '',
    })
  })

  test.each(['utf8', 'utf16le'] as const)('a file that exists is read, in %s', async (encoding) => {
    const root = project()
    fs.writeFileSync(path.join(root, 'app.log'), Buffer.from(`\ufeff${ERROR}`, encoding))
    const { code, out } = await type(root, ['diagnose', 'app.log', 'models'])
    expect([code, out]).toEqual([1, expect.stringContaining('Session  missing-column')])
  })

  test('a terminal is asked for a paste', async () => {
    const { code, out, err } = await piped(project(), ['diagnose'], [ERROR], true)
    expect([code, out]).toEqual([1, expect.stringContaining('Session  missing-column')])
    expect(err).toMatch(/^Paste the error, then end with Ctrl-[DZ]/)
  })

  test.each([
    ['Oracle', 'ORA-00904: "Session"."deletedAt": invalid identifier'],
    ['DB2', 'SQL0206N  "DELETEDAT" is not valid in the context where it is used.  SQLSTATE=42703'],
    ['Snowflake', "SQL compilation error: error line 1 at position 7 invalid identifier 'DELETEDAT'"],
  ])('%s is not known, and that is no proof of anything: exit code 2', async (name, text) => {
    const { code, out } = await type(project(), ['diagnose', text])
    expect(code).toBe(2)
    expect(out.replace(/\s+/g, ' ')).toContain(`This is an error of ${name}, and this dialect is not known`)
  })

  test.each([
    'ERROR: relation "sessions" already exists',
    "Duplicate column name 'deletedAt'",
    'ERROR: Cannot find "/app/config/config.json". Have you run "sequelize init"?',
    'SequelizeConnectionError: self-signed certificate in certificate chain',
    'connect ECONNREFUSED 127.0.0.1:5432',
  ])('%s: doctor is named', async (text) => {
    const { out } = await type(project(), ['diagnose', text])
    expect(out.replace(/\s+/g, ' ')).toMatch(/deletedat-codemod doctor\S* looks for what causes those/)
  })

  test('a document nested 20,000 deep does not crash it', () => {
    const deep = `${'{"a":'.repeat(20_000)}"column Session.deletedAt does not exist"${'}'.repeat(20_000)}`
    expect(reportsIn(`${ERROR}${deep}`)).toHaveLength(1)
  })

  test('of a column that soft delete never asks for', async () => {
    const { code, out } = await type(project(), ['diagnose', 'column Session.titel does not exist'])
    expect(code).toBe(0)
    expect(out).toContain('Not about soft delete, and not looked into: the missing "titel".')
  })
})

describe('the models', () => {
  test('only of the paths behind the text', async () => {
    const root = project()
    const bare = 'column "deletedAt" does not exist'
    expect((await type(root, ['diagnose', bare, 'models/session.js'])).out).toContain(
      'Next: npx deletedat-codemod models/session.js --only Session --repair add-column',
    )
    expect((await type(root, ['diagnose', bare])).out).toContain('which of 4 models is meant')
    expect((await type(root, ['diagnose', bare, '--only', 'Member'])).out).toContain('Member  not-migrated')
  })

  test('a path that is not there: exit code 2', async () => {
    const root = project()
    const nowhere = await type(root, ['diagnose', 'no error at all', 'nowhere'])
    expect([nowhere.code, nowhere.out]).toEqual([2, expect.stringContaining('There is no nowhere.')])
  })
})

test('several suspects: what the migrations make comes last, and each has its command', async () => {
  const { out, code } = await type(project(), [
    'diagnose',
    ERROR.replace('Session.deletedAt', '"deletedAt"'),
    'models',
  ])
  expect(code).toBe(1)
  expect(out).toBe(`column "deletedAt" does not exist

  The text does not tell which of 4 models is meant: Booking, Member, Session, Visit. The SQL, or a stack trace with lines of your own, would tell.

  Booking  misnamed-column
  Booking asks table "bookings" for "deletedAt", but the column there is "deleted_at".
  models/booking.js:2
    2 | ...'Booking', { seat: DataTypes.INTEGER }, { tableName: 'bookings', paranoid: true })
  migrations/20250101000000-create-tables.js:5 "deleted_at" is made here
  Map the attribute to it. A second column would start empty and bring back every deleted row.
  Next: npx deletedat-codemod models --only Booking --repair map-column

  Session  missing-column
  Session is paranoid but table "sessions" has no "deletedAt" column.
  models/session.js:10
    10 | ...{ title: DataTypes.STRING }, { sequelize, tableName: 'sessions', paranoid: true })
  migrations/20250101000000-create-tables.js:4 the table is made here, without the column
  Next: npx deletedat-codemod models --only Session --repair add-column

  Member  not-migrated
  A migration makes the column, and has not run in the database that gave this error.
  models/member.js:2
    2 | ...e('Member', { email: DataTypes.STRING }, { tableName: 'members', paranoid: true })
  migrations/20250201000000-soft-delete-members.js:2 "deletedAt" is made here
  Next: npx sequelize-cli db:migrate --name 20250201000000-soft-delete-members.js

  Visit  not-migrated
  The migration that makes the table makes the column too. The table is there without it:
  the file was changed after it ran, or the table was made by other means.
  models/visit.js:2
    2 | ...ine('Visit', { day: DataTypes.DATEONLY }, { tableName: 'visits', paranoid: true })
  migrations/20250101000000-create-tables.js:7 "deletedAt" is made here
  If the migration is listed as up, add the column by a new one.
  Next: npx sequelize-cli db:migrate:status

1 error in the text; of 0 the model is known.
`)
})

test('the repair that is named repairs it', async () => {
  const root = project()
  const text = 'column lessons->Bookings.deletedAt does not exist'
  const { out } = await type(root, ['diagnose', text, '--format', 'json'])
  const [command = ''] = JSON.parse(out).diagnoses[0].suspects[0].commands
  expect((await type(root, command.replace('npx deletedat-codemod ', ''))).code).toBe(0)
  const after = JSON.parse((await type(root, ['diagnose', text, '--format', 'json'])).out)
  expect(after.diagnoses[0].suspects[0]).toMatchObject({ model: 'Booking', cause: 'not-asked' })
})

test('the README tells every cause', () => {
  const read = (name: string) => fs.readFileSync(path.join(__dirname, '../..', name), 'utf8')
  const { $defs } = JSON.parse(read('schema/report.schema.json'))
  const [, section = ''] =
    /^## Diagnose\n([\s\S]*?)^## /m.exec(read('README.md').replaceAll('\r\n', '\n')) ?? []
  const missing = $defs.suspect.properties.cause.enum.filter(
    (cause: string) => !section.includes(`\`${cause}\``),
  )
  expect(missing).toEqual([])
})
