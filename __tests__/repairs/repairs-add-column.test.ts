import path from 'node:path'
import { planRepairs, recommended } from '../../src/repairs'
import { addColumn } from '../../src/repairs/add-column'
import type { Finding, MigrationContext, Plan, TableName } from '../../src/types'
import { contextOf, type JudgedModel, judgedFrom, marked } from '../helpers/marked-model'

const session = (
  table: TableName = { name: 'sessions' },
  column = 'deletedAt',
  name = 'Session',
): JudgedModel =>
  judgedFrom(marked('Session.init({}, [[options|{ [[paranoid|paranoid: [[value|true]]]] }]])'), {
    table,
    column,
    name,
  })

function plan(models: JudgedModel[], migrations: Partial<MigrationContext> = {}): Plan {
  const choices = models.map((judged) => ({ judged, repair: 'add-column' as const }))
  return planRepairs(choices, contextOf(models, {}, migrations))
}

const namesIn = ({ repaired }: Plan): string[] =>
  repaired.flatMap(({ edits }) => edits.map(({ file }) => path.basename(file)))

const nameFor = (table: TableName, column = 'deletedAt'): string | undefined =>
  namesIn(plan([session(table, column)]))[0]

test('the common case', () => {
  const { repaired, left, notes } = plan([session()])
  expect({ repaired, left, notes }).toEqual({
    repaired: [
      {
        finding: expect.objectContaining({ model: 'Session' }),
        repair: 'add-column',
        edits: [
          {
            kind: 'create',
            file: path.resolve('/project/migrations/20250530000000-add-sessions-deletedat-column.cjs'),
            text: "exports.up = ['sessions', 'deletedAt', 'Session', '20250530000000-add-sessions-deletedat-column', {}]\n",
          },
        ],
        says: '20250530000000-add-sessions-deletedat-column.cjs adds "deletedAt" to "sessions".',
      },
    ],
    left: [],
    notes: [],
  })
})

describe('the file name', () => {
  test.each([
    [{ name: 'sessions' }, 'deletedAt', 'add-sessions-deletedat-column'],
    [{ name: 'user_sessions' }, 'deleted_at', 'add-user_sessions-deleted-at-column'],
    [{ name: 'Sessions' }, 'delete_time', 'add-Sessions-delete-time-column'],
    [{ name: 'sessions', schema: 'public' }, 'deletedAt', 'add-sessions-deletedat-column'],
    [{ name: 'sessions', schema: 'auth' }, 'deletedAt', 'add-auth-sessions-deletedat-column'],
  ] as [TableName, string, string][])('of %j.%s', (table, column, expected) => {
    expect(nameFor(table, column)).toBe(`20250530000000-${expected}.cjs`)
  })

  const hostile = [
    '../../etc/passwd',
    'a b',
    'a-b',
    '"Users"',
    "x'; drop",
    'C:\\x',
    'сессии',
    '',
    '.',
    'x'.repeat(300),
    '\u0000',
    'con/aux',
    '-rf',
    '$(rm)',
  ]
  test('is safe and its own for every hostile name', () => {
    const names = hostile.map((name) => nameFor({ name })!)
    for (const name of names) {
      expect(name).toMatch(/^20250530000000-add-[A-Za-z0-9][\w-]*-deletedat-column\.cjs$/)
      expect(name.length).toBeLessThan(160)
    }
    expect(new Set(names).size).toBe(hostile.length)
  })

  test('is safe for hostile columns', () => {
    const names = ['../x', '日時', "d'", 'd"', 'y'.repeat(300)].map(
      (column) => nameFor({ name: 't' }, column)!,
    )
    for (const name of names) expect(name).toMatch(/^20250530000000-add-t-[a-z0-9-]{1,70}-column\.cjs$/)
  })
})

describe('stamps', () => {
  const three = [session({ name: 'a' }), session({ name: 'b' }), session({ name: 'c' })]

  test('rise by a second, over the minute and the year', () => {
    const names = namesIn(plan(three, { timestamp: '20241231235958', fixed: true }))
    expect(names.map((name) => name.slice(0, 14))).toEqual([
      '20241231235958',
      '20241231235959',
      '20250101000000',
    ])
  })

  test('begin earlier where they would go beyond the minute, but not before what is there', () => {
    const stamps = (existing: string[]) =>
      namesIn(plan(three, { timestamp: '20241231235958', existing })).map((name) => name.slice(0, 14))
    expect(stamps([])).toEqual(['20241231235957', '20241231235958', '20241231235959'])
    expect(stamps(['20241231235957-x.js'])).toEqual(['20241231235958', '20241231235959', '20250101000000'])
  })

  test.each([
    ['20250301120000-split-users.js', '20250530000000', undefined],
    ['20250530000000-split-users.js', '20250530000001', 'would run before 20250530000000-split-users.js'],
    ['20300101000000-split-users.js', '20300101000001', 'would run before 20300101000000-split-users.js'],
    ['20300101-split-users.js', '20300101000001', 'would run before 20300101-split-users.js'],
    ['20250530000000123-split.js', '20250530000001', 'would run before 20250530000000123-split.js'],
    ['3-split-users.js', '30000000000001', 'would run before 3-split-users.js'],
    ['1716900000000-split-users.js', '20250530000000', undefined],
    ['001-split-users.js', '20250530000000', undefined],
    ['20300101000000.sql', '20300101000001', 'would run before 20300101000000.sql'],
    ['20300101000000-types.d.ts', '20250530000000', undefined],
    ['README.md', '20250530000000', undefined],
    ['helpers.js', '20250530000000', undefined],
  ])('after %s', (existing, stamp, note) => {
    const { notes, ...done } = plan([session()], { existing: ['20200101000000-a.js', existing] })
    const [name] = namesIn({ notes, ...done })
    expect(name).toBe(`${stamp}-add-sessions-deletedat-column.cjs`)
    expect(notes).toEqual(note ? [expect.stringContaining(note)] : [])
    if (/^\d/.test(existing) && !existing.endsWith('.d.ts')) expect(name! > existing).toBe(true)
  })

  test('a newest one that lies in the future is said, with the way out', () => {
    const { notes } = plan(three, { existing: ['20300101000000-split-users.js'] })
    expect(notes).toEqual([
      'A migration stamped 20250530000000 would run before 20300101000000-split-users.js, so 20300101000001-add-a-deletedat-column.cjs is stamped after it. Check the clock, or pass --timestamp.',
    ])
  })

  test('a fixed one is kept, and said where it sorts wrongly', () => {
    const migrations = {
      fixed: true,
      timestamp: '20250101000000',
      existing: ['20250301120000-split-users.js'],
    }
    const done = plan([session(), session({ name: 'b' })], migrations)
    expect(namesIn(done)).toEqual([
      '20250101000000-add-sessions-deletedat-column.cjs',
      '20250101000001-add-b-deletedat-column.cjs',
    ])
    expect(done.notes).toEqual([
      '20250101000000-add-sessions-deletedat-column.cjs would run before 20250301120000-split-users.js. Pass a later --timestamp, or none.',
    ])
  })

  test('a fixed one that sorts well is not worth a word', () => {
    expect(plan([session()], { fixed: true, existing: ['20250301120000-split-users.js'] }).notes).toEqual([])
  })

  test('a number that no stamp can follow is said', () => {
    const { notes } = plan([session()], { existing: ['99999999999999-last.js'] })
    expect(notes).toEqual([
      expect.stringContaining('would run before 99999999999999-last.js. Give it a name that sorts last'),
    ])
  })
})

describe('a migration of ours that is there', () => {
  test.each([
    ['20250101000000-add-sessions-deletedat-column.cjs', 'it waits to be run.'],
    ['20250101000000-add-sessions-deletedat-column.ts', 'it waits to be run.'],
  ])('%s is not written twice', (existing, why) => {
    const { repaired, left, notes } = plan([session()], { existing: [existing] })
    expect(repaired).toEqual([])
    expect(left).toEqual([expect.objectContaining({ model: 'Session' })])
    expect(notes).toEqual([
      `Session: ${existing} adds this column already: ${why} Run it, or delete it and try again.`,
    ])
  })

  test('and sorts wrongly', () => {
    const { notes } = plan([session()], {
      existing: ['20240101000000-add-sessions-deletedat-column.cjs', '20250101000000-create-sessions.cjs'],
    })
    expect(notes).toEqual([
      'Session: 20240101000000-add-sessions-deletedat-column.cjs adds this column already: it waits to be run, or it sorts wrongly: 20250101000000-create-sessions.cjs comes after it. Run it, or delete it and try again.',
    ])
  })

  test.each([
    '20250101000000-add-user-sessions-deletedat-column.cjs',
    '20250101000000-add-sessions-deletedat-column.sql',
    'add-sessions-deletedat-column.cjs',
  ])('%s is another one', (existing) =>
    expect(plan([session()], { existing: [existing] }).repaired).toHaveLength(1),
  )
})

test('two models of one table and column share one migration', () => {
  const done = plan([
    session(),
    session(undefined, undefined, 'Login'),
    session(undefined, 'removed_at', 'Old'),
  ])
  expect(done.repaired.map(({ edits, says }) => [edits.length, says])).toEqual([
    [1, '20250530000000-add-sessions-deletedat-column.cjs adds "deletedAt" to "sessions".'],
    [0, 'The migration for Session serves it too.'],
    [1, '20250530000001-add-sessions-removed-at-column.cjs adds "removed_at" to "sessions".'],
  ])
  expect(done.notes).toEqual([])
})

describe('an index in a migration of its own', () => {
  const indexPart = {
    suffix: '.cjs',
    template: {
      file: '/tool/index.cjs',
      text: "exports.up = ['__TABLE__', '__COLUMN__', '__INDEX__']\n",
    },
  }
  const withIndex = { withIndex: true, indexPart }

  test('is stamped a second after the column, and the next column after both', () => {
    const done = plan([session(), session({ name: 'b' })], {
      ...withIndex,
      timestamp: '20241231235959',
      fixed: true,
    })
    expect(namesIn(done)).toEqual([
      '20241231235959-add-sessions-deletedat-column.cjs',
      '20250101000000-add-sessions-deletedat-index.cjs',
      '20250101000001-add-b-deletedat-column.cjs',
      '20250101000002-add-b-deletedat-index.cjs',
    ])
    expect(done.repaired[0]?.says).toBe(
      '20241231235959-add-sessions-deletedat-column.cjs adds "deletedAt" to "sessions", and ' +
        '20250101000000-add-sessions-deletedat-index.cjs an index on it.',
    )
    const [column, index] = done.repaired[0]!.edits.map(({ text }) => text)
    expect(column).not.toContain('sessions_deleted_at')
    expect(index).toBe("exports.up = ['sessions', 'deletedAt', 'sessions_deleted_at']\n")
  })

  test('is stamped after a fixed stamp too', () => {
    const fixed = { ...withIndex, fixed: true, timestamp: '20250101000000' }
    expect(
      namesIn(plan([session(), session({ name: 'b' })], fixed)).map((name) => name.slice(0, 14)),
    ).toEqual(['20250101000000', '20250101000001', '20250101000002', '20250101000003'])
  })

  test('that is there already is not written twice', () => {
    const existing = ['20250101000000-add-sessions-deletedat-index.cjs']
    const { repaired, notes } = plan([session()], { ...withIndex, existing })
    expect(repaired).toEqual([])
    expect(notes).toEqual([
      `Session: ${existing[0]} adds this index already: it waits to be run. Run it, or delete it and try again.`,
    ])
  })
})

test('an index is named as Sequelize would', () => {
  const { repaired } = plan([session({ name: 'UserSessions' })], { withIndex: true })
  expect(repaired[0]!.edits[0]!.text).toContain("'user_sessions_deleted_at'")
  expect(repaired[0]!.says).toBe(
    '20250530000000-add-UserSessions-deletedat-column.cjs adds "deletedAt" with an index to "UserSessions".',
  )
})

test('names become code as literals only', () => {
  const [name, column] = ["x'); process.exit(1); ('", '`\u0024{1}`']
  const { repaired } = plan([session({ name, schema: 'a"b' }, column)])
  const made: { up?: unknown[] } = {}
  new Function('exports', repaired[0]!.edits[0]!.text)(made)
  expect(made.up).toEqual([name, column, 'Session', expect.any(String), { schema: 'a"b' }])
})

test.each([
  ['missing-column', true],
  ['misnamed-column', true],
  ['unproven', true],
  ['wrong-type', false],
  ['inert-paranoid', false],
  ['broken-paranoid', false],
  ['undecided', false],
] as [Finding['rule'], boolean][])('it fits %s: %s', (rule, fits) => {
  const { finding, model } = session()
  expect(addColumn.fits({ ...finding, rule }, model)).toBe(fits)
  expect(addColumn.fits({ ...finding, rule, table: undefined }, model)).toBe(false)
  expect(addColumn.fits({ ...finding, rule, column: undefined }, model)).toBe(false)
})

test('a repair that does not fit leaves the finding, and says so', () => {
  const judged = session()
  judged.finding.rule = 'inert-paranoid'
  expect(plan([judged])).toEqual({
    repaired: [],
    left: [judged.finding],
    notes: ['Session: add-column does not repair inert-paranoid.'],
  })
})

test('what is recommended', () => {
  const of = (rule: Finding['rule']) => recommended({ ...session().finding, rule })
  expect([of('missing-column'), of('misnamed-column'), of('wrong-type'), of('unproven')]).toEqual([
    'add-column',
    'map-column',
    undefined,
    undefined,
  ])
})
