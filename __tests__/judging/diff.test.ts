/** Every verdict of the report: models against a schema, and the words of the findings. */

import { type DiffOptions, diff, fails } from '../../src/judging/diff'
import { applyChange, emptySchema } from '../../src/judging/schema'
import type { Change, ColumnSpec, Finding, Judged, Model, Schema, Unknown } from '../../src/types'

const at = (file: string, line = 1) => ({ file, line, column: 1, span: [0, 1] as const })

const unknown = (text: string, why: string): Unknown => ({
  kind: 'unknown',
  text,
  why,
  at: at('/p/flags.js', 3),
})

const paranoid: Model = {
  name: 'User',
  style: 'define',
  table: { name: 'users' },
  paranoid: true,
  needsColumn: true,
  attribute: 'deletedAt',
  column: 'deletedAt',
  paranoidAt: at('/p/models/user.js', 14),
  underscored: false,
  origin: at('/p/models/user.js', 4),
  sites: {},
  trace: [],
}

interface Done {
  sure?: boolean
  dialect?: string
}

/** A history of these changes, one per line of one file. */
function history(changes: Change[], { sure = true, dialect }: Done = {}, schema = emptySchema('migrations')) {
  for (const [index, change] of changes.entries())
    applyChange(schema, change, {
      at: at('/p/migrations/1.js', index + 1),
      operation: change.do,
      sure,
      dialect,
    })
  return schema
}

const users = { name: 'users' }

const made = (...columns: (string | ColumnSpec)[]): Change => ({
  do: 'createTable',
  table: users,
  columns: columns.map((one) => (typeof one === 'string' ? { name: one } : one)),
})

const judge = (
  model: Partial<Model>,
  schema: Schema,
  options: DiffOptions = { strict: false },
): Judged & { finding: Finding } =>
  diff([{ ...paranoid, ...model }], schema, options)[0] as Judged & { finding: Finding }

describe('not-paranoid', () => {
  it('asks for nothing, whatever the schema', () => {
    const model = { ...paranoid, paranoid: false, needsColumn: false, column: undefined }
    expect(judge(model, history([]))).toEqual({ model, status: 'not-paranoid' })
  })
})

describe('ok', () => {
  it('tells what made the column', () => {
    const schema = history([
      made('id'),
      { do: 'addColumn', table: users, column: { name: 'deletedAt', type: 'DATE' } },
    ])
    expect(judge({}, schema)).toEqual({
      model: paranoid,
      status: 'ok',
      evidence: { at: at('/p/migrations/1.js', 2), operation: 'addColumn' },
    })
  })

  it('needs no known beginning of the table', () => {
    const schema = history([{ do: 'addColumn', table: users, column: { name: 'deletedAt' } }])
    expect(judge({}, schema).status).toBe('ok')
  })

  it.each([
    'DATE',
    'DATE(6)',
    'DATETIME(3)',
    'TIMESTAMPTZ',
    'TIMESTAMP WITHOUT TIME ZONE',
    'DATETIMEOFFSET',
    'STRING',
    'TEXT',
  ])('%s can hold a time', (type) =>
    expect(judge({}, history([made({ name: 'deletedAt', type })])).status).toBe('ok'),
  )

  it('a model that declares the attribute knows what it asks for', () => {
    const declared = { value: undefined, at: at('/p/models/user.js', 8), valueAt: at('/p/models/user.js', 8) }
    const schema = history([made({ name: 'deletedAt', type: 'BIGINT', allowNull: false, hasDefault: true })])
    expect(judge({ declared }, schema).status).toBe('ok')
  })

  it('the case of a column does not count on MySQL, and counts on PostgreSQL', () => {
    const schema = history([made('DELETEDAT')])
    expect(judge({}, schema, { dialect: 'mysql', strict: false }).status).toBe('ok')
    expect(judge({}, schema, { dialect: 'postgres', strict: false }).status).toBe('misnamed-column')
  })

  it('a table of another schema is another table; public is the usual one', () => {
    const inApp: Change = {
      do: 'createTable',
      table: { schema: 'app', name: 'users' },
      columns: [{ name: 'deletedAt' }],
    }
    const schema = history([inApp, made('id')])
    expect(judge({ table: { schema: 'app', name: 'users' } }, schema).status).toBe('ok')
    expect(judge({ table: { schema: 'public', name: 'users' } }, schema).status).toBe('missing-column')
    expect(judge({ table: { schema: 'other', name: 'users' } }, schema).status).toBe('unproven')
  })
})

describe('missing-column', () => {
  it('says what, where and what to do', () => {
    const { status, finding, evidence } = judge({}, history([made('id', 'name')]))
    expect({ status, evidence, finding }).toEqual({
      status: 'missing-column',
      evidence: undefined,
      finding: {
        rule: 'missing-column',
        severity: 'error',
        model: 'User',
        table: users,
        attribute: 'deletedAt',
        column: 'deletedAt',
        message: 'User is paranoid but table "users" has no "deletedAt" column.',
        hint: 'Run deletedat-codemod to add it by a migration, or --repair disable-paranoid to turn paranoid off.',
        origin: at('/p/models/user.js', 14),
        modelAt: at('/p/models/user.js', 4),
        evidence: { at: at('/p/migrations/1.js', 1), says: 'the table is made here, without the column' },
      },
    })
  })

  it('names the schema of the table', () => {
    const table = { schema: 'app', name: 'users' }
    const schema = history([{ do: 'createTable', table, columns: [] }])
    expect(judge({ table }, schema).finding.message).toBe(
      'User is paranoid but table "app.users" has no "deletedAt" column.',
    )
  })

  it('stands where the model stands, if nothing says where paranoid comes from', () => {
    const { finding } = judge({ paranoidAt: undefined }, history([made('id')]))
    expect(finding.origin).toEqual(at('/p/models/user.js', 4))
  })

  it('holds after the column was removed, or the table made anew', () => {
    const removed = history([made('deletedAt'), { do: 'removeColumn', table: users, column: 'deletedAt' }])
    const anew = history([made('deletedAt'), { do: 'dropTable', table: users }, made('id')])
    expect([removed, anew].map((schema) => judge({}, schema).status)).toEqual([
      'missing-column',
      'missing-column',
    ])
  })

  it('is told apart from a table whose name only begins the same', () => {
    const schema = history([made('id'), { ...made('deletedAt'), table: { name: 'users_old' } } as Change])
    expect(judge({}, schema).status).toBe('missing-column')
  })
})

describe('misnamed-column', () => {
  it.each([
    ['deletedAt', 'deleted_at'],
    ['deleted_at', 'deletedAt'],
    ['deletedAt', 'deletedat'],
    ['deleted_at', 'deletedat'],
  ])('asks for %s where %s is there', (column, found) => {
    const { status, finding, evidence } = judge(
      { column },
      history([made('id'), { do: 'addColumn', table: users, column: { name: found } }]),
    )
    expect(status).toBe('misnamed-column')
    expect(evidence).toEqual({ at: at('/p/migrations/1.js', 2), operation: 'addColumn' })
    expect(finding).toMatchObject({
      rule: 'misnamed-column',
      severity: 'error',
      column,
      found,
      message: `User asks table "users" for "${column}", but the column there is "${found}".`,
      hint: 'Run deletedat-codemod to map the attribute to it.',
      evidence: { at: at('/p/migrations/1.js', 2), says: `"${found}" is made here` },
    })
  })

  it('is a spelling of the attribute, too', () => {
    const model = { attribute: 'removedAt', column: 'gone_at' }
    expect(judge(model, history([made('removed_at')])).finding.found).toBe('removed_at')
  })

  it('of two columns that may be meant, neither is taken; both are named', () => {
    const { status, finding } = judge({ column: 'deleted_at' }, history([made('deletedAt', 'deletedat')]))
    expect(status).toBe('misnamed-column')
    expect(finding).toMatchObject({ alike: ['deletedAt', 'deletedat'] })
    expect(finding).not.toHaveProperty('found')
  })

  it('is not told of a column that is perhaps gone', () => {
    const schema = history([made('deleted_at')])
    history([{ do: 'removeColumn', table: users, column: 'deleted_at' }], { sure: false }, schema)
    expect(judge({}, schema).status).not.toBe('misnamed-column')
  })

  it('is not told of a flag', () => {
    expect(judge({}, history([made('deleted', 'isDeleted', 'deletedBy')])).status).toBe('missing-column')
  })
})

describe('wrong-type', () => {
  it.each([
    ['allowNull: false', { allowNull: false }, 'does not allow NULL, so that no row counts as alive'],
    ['BOOLEAN', { type: 'BOOLEAN' }, 'is of type BOOLEAN, which cannot hold a time'],
    ['TINYINT(1)', { type: 'TINYINT(1)' }, 'is of type TINYINT(1), which cannot hold a time'],
    ['INTEGER', { type: 'INTEGER' }, 'is of type INTEGER, which cannot hold a time'],
    ['BIGINT', { type: 'BIGINT' }, 'is of type BIGINT, which cannot hold a time'],
    ['DATEONLY', { type: 'DATEONLY' }, 'is of type DATEONLY, which cannot hold a time'],
    ['TIME', { type: 'TIME' }, 'is of type TIME, which cannot hold a time'],
    ['UUID', { type: 'UUID' }, 'is of type UUID, which cannot hold a time'],
    ['JSONB', { type: 'JSONB' }, 'is of type JSONB, which cannot hold a time'],
    [
      'a default',
      { type: 'DATE', hasDefault: true },
      'has a default value, so that new rows are born deleted',
    ],
  ])('%s', (_, spec, why) => {
    const { status, finding } = judge({}, history([made({ name: 'deletedAt', ...spec })]))
    expect(status).toBe('wrong-type')
    expect(finding).toMatchObject({
      rule: 'wrong-type',
      severity: 'error',
      message: `User: the column "deletedAt" ${why}.`,
      hint: 'Change the column to a nullable DATE without a default, by a migration.',
      evidence: { at: at('/p/migrations/1.js', 1), says: 'it is made here' },
    })
  })

  it('is over when the column is changed', () => {
    const right = { name: 'deletedAt', type: 'DATE', allowNull: true, hasDefault: false }
    const schema = history([
      made({ name: 'deletedAt', type: 'BOOLEAN', allowNull: false, hasDefault: true }),
      { do: 'changeColumn', table: users, column: right },
    ])
    expect(judge({}, schema).status).toBe('ok')
  })
})

describe('inert-paranoid and broken-paranoid', () => {
  it.each(['inert-paranoid', 'broken-paranoid'] as const)(
    '%s is the fault of the model, whatever the table',
    (rule) => {
      const fault = { rule, says: 'timestamps are off.', at: at('/p/models/user.js', 15) }
      for (const schema of [history([]), history([made('deletedAt')])])
        expect(judge({ fault, needsColumn: rule === 'broken-paranoid' }, schema)).toMatchObject({
          status: rule,
          finding: {
            rule,
            severity: 'error',
            message: 'User: timestamps are off.',
            origin: at('/p/models/user.js', 15),
          },
        })
    },
  )
})

describe('undecided', () => {
  it.each([
    [
      'whether it is paranoid',
      { paranoid: unknown('flags.soft', 'flags is not found'), needsColumn: unknown('x', 'y') },
    ],
    ['whether it is paranoid', { needsColumn: unknown('flags.soft', 'flags is not found') }],
    ['its table', { table: unknown('flags.soft', 'flags is not found') }],
    ['its column', { column: unknown('flags.soft', 'flags is not found') }],
  ])('%s', (what, model) => {
    const reason = `Cannot tell ${what}: the value is "flags.soft", and flags is not found.`
    expect(judge(model, history([made('deletedAt')]))).toMatchObject({
      status: 'undecided',
      reason,
      finding: {
        rule: 'undecided',
        severity: 'warning',
        message: `User: ${reason}`,
        hint: 'Write it so that it can be read, run it with --runtime, or leave the file out with --ignore.',
        evidence: { at: at('/p/flags.js', 3), says: 'flags is not found' },
      },
    })
  })

  it.each([
    'paranoid may be set in it, and ../config/config.json is not found',
    './config.json is not found',
  ])('a missing file is to be there: %s', (why) => {
    const file = /\S+(?= is not found)/.exec(why)![0]
    expect(judge({ needsColumn: unknown('config[env]', why) }, history([])).finding.hint).toBe(
      `Have ${file} there when this is checked; in CI, copy an example of it to its place.`,
    )
  })

  it('is not asked of a model that needs no column', () => {
    expect(judge({ needsColumn: false, table: unknown('x', 'y') }, history([])).status).toBe('not-paranoid')
  })

  it('a name that cannot be read is shown as it is written', () => {
    expect(judge({ name: unknown('name()', 'y') }, history([made('id')])).finding.model).toBe('name()')
  })
})

describe('unproven', () => {
  const reasonOf = (schema: Schema, model: Partial<Model> = {}) => {
    const { status, reason, finding } = judge(model, schema)
    expect({ status, ...finding }).toMatchObject({
      status: 'unproven',
      rule: 'unproven',
      severity: 'note',
      message: `User: ${reason}`,
      hint: expect.stringMatching(
        schema.source === 'none' ? /write the first migration/ : /^Judge by the database/,
      ),
    })
    return reason
  }
  const unread = (tables: { name: string }[], columns?: string[]): Change => ({
    do: 'unread',
    tables,
    unknown: unknown('run(name)', 'name is not known'),
    ...(columns && { columns }),
  })

  it('without any history', () =>
    expect(reasonOf(emptySchema('none'))).toBe(
      'There is no migration history to tell what is in the database.',
    ))

  it('of a table that no migration makes', () =>
    expect(reasonOf(history([]))).toBe('No migration makes the table "users".'))

  it('of a table that was dropped', () =>
    expect(reasonOf(history([made('deletedAt'), { do: 'dropTable', table: users }]))).toBe(
      'No migration makes the table "users".',
    ))

  it('of a table that is only changed', () =>
    expect(reasonOf(history([{ do: 'addColumn', table: users, column: { name: 'name' } }]))).toBe(
      'No migration makes the table "users"; the history only changes it.',
    ))

  it('of columns that cannot be read', () =>
    expect(
      reasonOf(history([{ ...made('id'), open: unknown('...extra', 'extra is not found') } as Change])),
    ).toBe('Not all columns of "users" can be read: extra is not found (flags.js:3).'))

  it('after a change of this table that cannot be read', () =>
    expect(reasonOf(history([made('id'), unread([users])]))).toBe(
      'Not all columns of "users" can be read: name is not known (flags.js:3).',
    ))

  it('after something that may be of any table', () =>
    expect(reasonOf(history([made('id'), unread([])]))).toBe(
      'A migration does something that cannot be read: "run(name)", name is not known (flags.js:3).',
    ))

  it('after something that may add this column to any table, and no other', () => {
    const schema = history([made('id'), unread([], ['deletedAt'])])
    expect(reasonOf(schema)).toMatch(/^A migration does something that cannot be read/)
    expect(judge({ column: 'removed_at', attribute: 'removedAt' }, schema).status).toBe('missing-column')
  })

  it('after a guarded removal', () => {
    const schema = history([made('deletedAt')])
    history([{ do: 'removeColumn', table: users, column: 'deletedAt' }], { sure: false }, schema)
    expect(reasonOf(schema)).toBe('A guarded migration may have removed "deletedAt" from "users".')
  })

  it('says that the column is added before the table is made', () => {
    const schema = history([
      { do: 'addColumn', table: users, column: { name: 'deletedAt', type: 'DATE' } },
      made('id'),
    ])
    const { reason, finding } = judge({}, schema)
    expect(reason).toBe(
      '"deletedAt" is added to "users" (1.js:1) before the migration that makes the table (1.js:2).',
    )
    expect(finding.hint).toBe(
      'Give the migration that adds it a later name, so that it runs behind the other.',
    )
    expect(finding.evidence?.at).toEqual(at('/p/migrations/1.js', 1))
  })
})

describe('what makes check fail', () => {
  const schema = history([made('id')])
  const severities = [
    judge({}, schema),
    judge({ table: unknown('x', 'y') }, schema),
    judge({ table: { name: 'posts' } }, schema),
  ].map(({ finding }) => finding)

  it('errors always, warnings and notes with --strict', () => {
    expect(severities.map(({ severity }) => severity)).toEqual(['error', 'warning', 'note'])
    expect(severities.map((one) => fails(one, { strict: false }))).toEqual([true, false, false])
    expect(severities.map((one) => fails(one, { strict: true }))).toEqual([true, true, true])
  })
})
