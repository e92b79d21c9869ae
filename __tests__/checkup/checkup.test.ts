/** Every trap that doctor looks for: a setup that has fallen in, and one beside it that has not. */

import { checkUp, sideBySide } from '../../src/checkup'
import type { Judged, LiveSetup, Model, Setup } from '../../src/types'

const live: LiveSetup = {
  dialect: 'postgres',
  server: 'PostgreSQL 15',
  major: 6,
  path: ['public'],
  ran: ['1-create.js'],
  warnings: [],
}

const sound: Setup = {
  node: '20.20.2',
  moduleType: 'commonjs',
  rc: "module.exports = { config: 'config/config.js' }",
  versions: { sequelize: '6.37.8', 'sequelize-cli': '6.6.5', pg: '8.23.1' },
  migrations: ['1-create.js'],
  notes: [],
  live,
}

const found = (setup: Setup) =>
  checkUp(setup)
    .filter(({ state }) => state !== 'ok')
    .map(({ state, subject, says }) => `${state} ${subject}: ${says}`)

/** What is said where nothing is wrong. */
const usual = [
  'note versions: Node 20.20.2, sequelize 6.37.8, sequelize-cli 6.6.5, pg 8.23.1, PostgreSQL 15',
  'note SequelizeMeta: 1 of 1 migrations have run',
]

const more = (setup: Partial<Setup>) => found({ ...sound, ...setup }).filter((line) => !usual.includes(line))

const moreLive = (some: Partial<LiveSetup>) => more({ live: { ...live, ...some } })

const ESM = "export const config = 'config/config.js'"

test('a sound setup', () => expect(found(sound)).toEqual(usual))

test.each<[string, Partial<Setup>, RegExp[], Partial<Setup>]>([
  ['no Sequelize', { versions: {} }, [/note versions/, /failed versions: sequelize is not installed/], {}],
  [
    'no sequelize-cli',
    { versions: { sequelize: '6.37.8' } },
    [/note versions/, /note versions: sequelize-cli is not installed; deploy and rollback need it/],
    {},
  ],
  [
    'a CommonJS .sequelizerc in a package of ES modules',
    { moduleType: 'module' },
    [/note \.sequelizerc: .*will not load on Node 26: .*--options-path/],
    { moduleType: 'module', rc: ESM },
  ],
  [
    'the same on Node 26',
    { moduleType: 'module', node: '26.0.0' },
    [/note versions: Node 26/, /failed \.sequelizerc: .*does not load on Node 26/],
    { moduleType: 'module', rc: undefined },
  ],
  [
    'a default export in .sequelizerc',
    { moduleType: 'module', rc: "export default { config: 'x' }" },
    [/failed \.sequelizerc: sequelize-cli refuses its default export/],
    { moduleType: 'module', rc: ESM },
  ],
  [
    'a folder that is named and not there',
    { notes: ['.sequelizerc names db/migrations, which is not there.'] },
    [/failed folders: \.sequelizerc names db\/migrations/],
    {},
  ],
  [
    '.mjs migrations',
    { migrations: ['1-create.js', '2-add.mjs', '3-add.mts'] },
    [/failed migrations: sequelize-cli does not see 2-add\.mjs and 1 more: rename to \.cjs/],
    { migrations: ['1-create.js', 'types.d.ts'] },
  ],
])('%s', (_name, fallen, says, beside) => {
  const told = more(fallen)
  expect(told).toEqual(says.map((one) => expect.stringMatching(one)))
  expect(more(beside)).toEqual([])
})

test.each<[string, Partial<LiveSetup>, RegExp[], Partial<LiveSetup>]>([
  [
    'what sequelize-cli reads otherwise',
    { warnings: ['sequelize-cli ignores sslmode in DATABASE_URL.'] },
    [/failed connection: sequelize-cli ignores sslmode/],
    {},
  ],
  [
    'another schema before public',
    { path: ['app', 'public'] },
    [/note search_path: queries look in app, public first/],
    { path: ['public', 'app'] },
  ],
  [
    'public not in the search path',
    { path: ['app'] },
    [
      /failed search_path: queries look in app first, and addColumn without a schema changes tables of public/,
    ],
    { path: ['app'], major: 7 },
  ],
  [
    'no schema at all',
    { path: [] },
    [/failed search_path: queries look in no schema first/],
    { path: [], dialect: 'mysql' },
  ],
  [
    'no list of migrations',
    { ran: undefined },
    [/note SequelizeMeta: no list is kept of what has run \(migrationStorage\)/],
    {},
  ],
  [
    'a migration that waits',
    { ran: [] },
    [/note SequelizeMeta: 0 of 1 migrations have run/, /note SequelizeMeta: waiting to be run: 1-create\.js/],
    {},
  ],
  [
    'one that ran and is no file',
    { ran: ['0-gone.js', '1-create.js'] },
    [/noted as run, and not among the files; undo fails on such a one: 0-gone\.js/],
    {},
  ],
  [
    'one that was renamed',
    { ran: ['1-create.ts'] },
    [/failed SequelizeMeta: noted as run with another ending, so it would run again: 1-create\.js/],
    {},
  ],
])('%s', (_name, fallen, says, beside) => {
  const told = moreLive(fallen)
  expect(told).toEqual(says.map((one) => expect.stringMatching(one)))
  expect(moreLive(beside)).toEqual([])
})

test('many names are cut short', () => {
  const migrations = Array.from({ length: 8 }, (_, index) => `${index}-x.js`)
  expect(found({ ...sound, migrations, live: { ...live, ran: [] } })).toContain(
    'note SequelizeMeta: waiting to be run: 0-x.js, 1-x.js, 2-x.js, 3-x.js, 4-x.js and 3 more',
  )
})

test('without a database only files are looked at', () => {
  const { live: _, ...files } = sound
  expect(found(files)).toEqual([expect.stringMatching(/^note versions: .*pg 8\.23\.1$/)])
})

describe('side by side', () => {
  const at = { file: '/x/models/session.js', line: 1, column: 1, span: [0, 1] as [number, number] }
  const model = {
    name: 'Session',
    table: { name: 'sessions' },
    column: 'deletedAt',
    needsColumn: true,
    origin: at,
  } as unknown as Model
  const judged = (status: Judged['status'], more: Partial<Judged> = {}): Judged => ({
    model,
    status,
    ...more,
  })
  const by = { evidence: { at: { ...at, file: '/x/migrations/2-add.js' }, operation: 'addColumn' } }

  test.each<[Judged, Judged | undefined, string]>([
    [
      judged('ok', by),
      judged('ok'),
      'ok: asks for sessions.deletedAt; migrations: there, by 2-add.js; database: there',
    ],
    [
      judged('ok', by),
      judged('pending'),
      'failed: asks for sessions.deletedAt; migrations: there, by 2-add.js; database: not there yet',
    ],
    [judged('missing-column'), undefined, 'failed: asks for sessions.deletedAt; migrations: not there'],
    [
      judged('unproven'),
      judged('missing-table'),
      'failed: asks for sessions.deletedAt; migrations: cannot be told; database: the table is not there',
    ],
    [
      judged('unproven'),
      judged('misnamed-column', { finding: { found: 'deleted_at' } as Judged['finding'] }),
      'failed: asks for sessions.deletedAt; migrations: cannot be told; database: there as deleted_at',
    ],
    [
      judged('unproven'),
      judged('unproven'),
      'note: asks for sessions.deletedAt; migrations: cannot be told; database: cannot be told',
    ],
  ])('%#', (byMigrations, byDatabase, expected) => {
    const [check] = sideBySide([{ byMigrations, ...(byDatabase && { byDatabase }) }])
    expect(check?.subject).toBe('Session')
    expect(`${check?.state}: ${check?.says}`).toBe(expected)
  })

  test('a model that needs no column is left out', () => {
    const plain = { ...model, needsColumn: false } as Model
    expect(sideBySide([{ byMigrations: { model: plain, status: 'not-paranoid' } }])).toEqual([])
  })
})
