/** What the database says: a row is created, found, destroyed and looked for again, by Sequelize 4, 5, 6 and 7. */
import { applyRules } from '../../src/models/rules'
import type { Model } from '../../src/types'
import { type Server, startServer } from '../helpers/databases'
import { context, copy, definition, libraries, Ref, type Spec, type } from '../helpers/rules-real'

// biome-ignore lint/suspicious/noExplicitAny: the four packages have no type in common
type Any = any

const DATE = type('DATE')

const paranoid = (attributes: Spec['attributes'], options: Spec['options'] = {}): Spec => ({
  style: 'define',
  name: 'User',
  attributes,
  options: { paranoid: true, ...options },
})

const declared = (deletedAt: unknown) => paranoid({ deletedAt })

const cases: [title: string, spec: Spec][] = [
  ['nothing but paranoid', paranoid({})],
  ['underscored', paranoid({}, { underscored: true })],
  ['an attribute with a field', declared({ type: DATE, field: 'gone_at' })],
  ['timestamps: false', paranoid({}, { timestamps: false })],
  ['paranoid: false', paranoid({}, { paranoid: false })],
  ['deletedAt: false', paranoid({}, { deletedAt: false })],
  ['deletedAt: true', paranoid({}, { deletedAt: true })],
  ['deletedAt: {}', paranoid({}, { deletedAt: {} })],
  ["deletedAt: ''", paranoid({}, { deletedAt: '' })],
  ["deletedAt: '$x$'", paranoid({}, { deletedAt: '$x$' })],
  ...Object.getOwnPropertyNames(Object.prototype).map((name): [string, Spec] => [
    `deletedAt: '${name}'`,
    paranoid({}, { deletedAt: name }),
  ]),
  ...Object.getOwnPropertyNames(Object.prototype).map((name): [string, Spec] => [
    `deletedAt: '${name}', declared with a field`,
    paranoid({ [name]: { type: DATE, field: 'gone_at' } }, { deletedAt: name }),
  ]),
  ["deletedAt: 'two words'", paranoid({}, { deletedAt: 'two words' })],
  ['a column with a quote', paranoid({}, { deletedAt: 'with"quote' })],
  ['a VIRTUAL attribute', declared(type('VIRTUAL'))],
  ['a field that is empty', declared({ type: DATE, field: '' })],
  ['a field that is null', declared({ type: DATE, field: null })],
  ['a field that every object has', declared({ type: DATE, field: 'constructor' })],
  ['no type', declared({ field: 'gone_at' })],
  ['a constant for rows that live', declared({ type: DATE, defaultValue: '1970-01-01' })],
  ['a constant and NOT NULL', declared({ type: DATE, allowNull: false, defaultValue: '1970-01-01' })],
  ['NOT NULL without a default', declared({ type: DATE, allowNull: false })],
  ['defaultValue: null', declared({ type: DATE, defaultValue: null })],
  ['defaultValue: NOW', declared({ type: DATE, defaultValue: type('NOW') })],
  ["defaultValue: fn('now')", declared({ type: DATE, defaultValue: new Ref('fn').with('now') })],
  [
    "defaultValue: literal('CURRENT_TIMESTAMP')",
    declared({ type: DATE, defaultValue: new Ref('literal').with('CURRENT_TIMESTAMP') }),
  ],
  ['defaultValue: Date.now', declared({ type: DATE, defaultValue: Date.now })],
  ['defaultValue: true on a date', declared({ type: DATE, defaultValue: true })],
  ['defaultValue: 0 on a number', declared({ type: type('BIGINT'), defaultValue: 0 })],
  ['defaultValue: false on a boolean', declared({ type: type('BOOLEAN'), defaultValue: false })],
  [
    'another attribute called as the column',
    paranoid({ deleted_at: { type: DATE, field: 'gone' } }, { underscored: true, deletedAt: 'deletedAt' }),
  ],
]

/** 'soft': found, and after destroy() only hidden. 'hard': destroy() deleted the row. 'broken': a call failed or the new row is not found. */
async function tried(sequelize: Any, library: Any, { name, attributes, options }: Spec): Promise<string> {
  try {
    const model = sequelize.define(name, copy(attributes, library), copy(options, library))
    await model.sync({ force: true })
    const { id } = await model.create({})
    if ((await model.findAll()).length !== 1) return 'broken'
    await model.destroy({ where: { id } })
    if ((await model.findAll()).length !== 0) return 'broken'
    return (await model.count({ paranoid: false })) === 1 ? 'soft' : 'hard'
  } catch {
    return 'broken'
  }
}

function expected({ fault, needsColumn }: Model): string {
  if (fault) return fault.rule === 'inert-paranoid' ? 'hard' : 'broken'
  return needsColumn ? 'soft' : 'hard'
}

function connect(major: number, { Sequelize }: Any, url: string): Any {
  const pool = { max: 1 }
  if (major === 7)
    return new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect, url, pool })
  return new Sequelize(url, {
    logging: false,
    pool,
    dialect: 'postgres',
    ...(major === 4 ? { operatorsAliases: false } : {}),
  })
}

let server: Server
beforeAll(async () => {
  server = await startServer('pglite')
})
afterAll(() => server.stop())

describe.each([4, 5, 6, 7])('Sequelize %i', (major) => {
  const library = libraries[major]!()
  let sequelize: Any
  beforeAll(async () => {
    const { url } = await server.fresh()
    sequelize = connect(major, library, url!)
  })
  afterAll(() => sequelize.close())

  test.each(cases)('%s', async (_, spec) => {
    const model = applyRules(definition(spec), context(major))
    expect(await tried(sequelize, library, spec)).toBe(expected(model))
  })
})
