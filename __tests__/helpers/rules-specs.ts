/** The option combinations that the real Sequelize and our rules are held against. */
import { Ref, type Spec, type } from './rules-real'

type Options = Record<string, unknown>

const ABSENT = Symbol('absent')

/** Every combination of the values of every key; ABSENT leaves the key out. */
function combinations(values: Record<string, unknown[]>): Options[] {
  return Object.entries(values).reduce<Options[]>(
    (made, [key, each]) =>
      made.flatMap((options) => each.map((one) => (one === ABSENT ? options : { ...options, [key]: one }))),
    [{}],
  )
}

const NAMES = [
  ...`User user users UserSession user_session Octopus Virus Bonus Focus Goose APIKey OAuthToken S3File Person Child
  Mouse Ox Sheep Series Status Analysis Datum Branch City Day Leaf Quiz Index Money Equipment PatientAllergy EventData
  Hero Photo Matrix Criterion Alias Cookie Movie Foot kebab-case über 日本 quo"te apo'strophe semi;colon constructor
  __proto__ a.b 1`.split(/\s+/),
  ...['has space', 'back`tick', 'line\nbreak', '$' + '{code}'],
]

const tables: Spec[] = NAMES.flatMap((name) =>
  combinations({
    tableName: [ABSENT, 'custom_Table', ''],
    freezeTableName: [ABSENT, true],
    underscored: [ABSENT, true],
    underscoredAll: [ABSENT, true],
  }).map((options) => ({ style: 'define' as const, name, options })),
)

const globalTables: Spec[] = ['UserSession', 'Goose'].flatMap((name) =>
  combinations({
    freezeTableName: [ABSENT, true, false, undefined],
    underscored: [ABSENT, true, false, null],
  }).flatMap((define) =>
    combinations({
      freezeTableName: [ABSENT, true, false],
      underscored: [ABSENT, true, false, undefined],
    }).map((options) => ({ style: 'define' as const, name, options, instance: { define } })),
  ),
)

const SCHEMAS = [ABSENT, 'auth', 'public', '', null, undefined]

const schemas: Spec[] = combinations({ own: SCHEMAS, global: SCHEMAS, instance: SCHEMAS }).map((chosen) => {
  const schema = (key: string) => (key in chosen ? { schema: chosen[key] } : {})
  const instance = { ...schema('instance'), define: schema('global') }
  return { style: 'define', name: 'Session', options: { ...schema('own'), paranoid: true }, instance }
})

const FLAGS = [ABSENT, true, false, 1, 0, 'true', '', null, undefined]

const flags: Spec[] = combinations({
  paranoid: FLAGS,
  timestamps: [ABSENT, true, false, null, undefined, 0],
}).flatMap((options) =>
  combinations({ paranoid: FLAGS, timestamps: [ABSENT, true, false, undefined] }).map((define) => ({
    style: 'define' as const,
    name: 'User',
    options,
    instance: { define },
  })),
)

const PLURALS = [
  ABSENT,
  { plural: 'UserList' },
  { singular: 'Usr' },
  { plural: null },
  { plural: 'x', singular: 'y' },
]

const plurals: Spec[] = combinations({
  name: PLURALS,
  freezeTableName: [ABSENT, true],
  underscored: [ABSENT, true],
}).flatMap((options) =>
  combinations({ name: PLURALS }).map((define) => ({
    style: 'define' as const,
    name: 'UserLog',
    options,
    instance: { define },
  })),
)

const DELETED_AT = [
  ...[ABSENT, undefined, true, false, null, '', 5, {}],
  ...'removedAt deleted_at deletedAt a.b $x$ x->y x::y constructor toString __proto__ quo"te ünder DELETED deletedAT'.split(
    ' ',
  ),
]

const DATE = type('DATE')

const DECLARED: unknown[] = [
  ABSENT,
  DATE,
  new Ref('DataTypes', 'DATE').with(6),
  type('DATEONLY'),
  type('BIGINT'),
  type('VIRTUAL'),
  'TIMESTAMP',
  { type: DATE },
  { type: DATE, field: 'removed' },
  { type: DATE, field: 'deletedOn' },
  { type: DATE, field: undefined },
  { type: DATE, field: null },
  { type: DATE, field: '' },
  { type: DATE, field: 7 },
  { type: DATE, field: 'with"quote' },
  { type: DATE, field: 'constructor' },
  { type: DATE, field: 'two words' },
  { type: DATE, columnName: 'col' },
  { type: DATE, columnName: 'col', field: 'fld' },
  { type: DATE, columnName: null, field: 'fld' },
  { type: DATE, allowNull: true },
  { type: DATE, allowNull: false },
  { type: DATE, allowNull: false, defaultValue: '1970-01-01' },
  { type: DATE, defaultValue: null },
  { type: DATE, defaultValue: '1970-01-01' },
  { type: DATE, defaultValue: 0 },
  { type: DATE, defaultValue: true },
  { type: DATE, defaultValue: type('NOW') },
  { type: DATE, defaultValue: new Ref('fn').with('now') },
  { type: DATE, defaultValue: new Ref('literal').with('CURRENT_TIMESTAMP') },
  { type: type('BOOLEAN'), defaultValue: false },
  { type: type('INTEGER'), defaultValue: 0 },
  { type: type('VIRTUAL'), field: 'v' },
  { field: 'untyped' },
  { type: undefined },
  undefined,
]

const attributes: Spec[] = combinations({
  deletedAt: DELETED_AT,
  underscored: [ABSENT, true],
  declared: DECLARED,
  globally: [ABSENT, true],
}).map(({ declared, globally, underscored, ...options }) => {
  const name = typeof options.deletedAt === 'string' && options.deletedAt ? options.deletedAt : 'deletedAt'
  const own = Object.fromEntries(declared === undefined ? [] : [[name, declared]])
  const all = { ...options, ...(underscored ? { underscored } : {}) }
  return globally
    ? {
        style: 'define',
        name: 'User',
        attributes: own,
        options: { paranoid: true },
        instance: { define: all },
      }
    : { style: 'define', name: 'User', attributes: own, options: { ...all, paranoid: true } }
})

/** The classic cause of the error: an attribute of another name than the option's. */
const beside: Spec[] = combinations({
  underscored: [ABSENT, true],
  deletedAt: [ABSENT, 'deletedAt', 'deleted_at', 'removedAt'],
  declared: ['deleted_at', 'deletedAt', 'removed_at', 'removedAt', 'DeletedAt'],
  field: [ABSENT, 'gone', 'deleted_at'],
}).map(({ declared, field, ...options }) => ({
  style: 'define',
  name: 'User',
  attributes: { [declared as string]: { type: DATE, ...(field ? { field } : {}) } },
  options: { ...options, paranoid: true },
}))

/** The columns that Sequelize asks for beside the deletion column. */
const others: Spec[] = combinations({
  createdAt: [ABSENT, true, false, 'made_at', 'madeOn', undefined],
  version: [ABSENT, true, false, 'lockNumber'],
  underscored: [ABSENT, true],
}).flatMap((own) =>
  combinations({ updatedAt: [ABSENT, false, 'changedAt'], underscored: [ABSENT, true] }).flatMap((define) =>
    combinations({
      createdAt: [ABSENT, { type: type('DATE'), field: 'born' }],
      madeOn: [ABSENT, type('DATE')],
    }).map((attributes) => ({
      style: 'define' as const,
      name: 'Session',
      attributes,
      options: { ...own, paranoid: true },
      instance: { define },
    })),
  ),
)

const classes: Spec[] = ['UserLog', 'Goose', 'S3File', 'Focus', ''].flatMap((name) =>
  combinations({
    modelName: [ABSENT, 'Ledger', '', undefined, 'has space'],
    tableName: [ABSENT, 'Rows'],
    underscored: [ABSENT, true],
    freezeTableName: [ABSENT, true],
    paranoid: [true],
  }).flatMap((options) =>
    combinations({ modelName: [ABSENT, 'Global'] }).map((define) => ({
      style: 'init' as const,
      name,
      options,
      instance: { define },
    })),
  ),
)

/** A table without a name is no table. */
const isNamed = ({ name, options }: Spec) =>
  Boolean(name || options?.modelName || options?.tableName || !options?.freezeTableName)

export const specs = [
  ...[...tables, ...globalTables, ...schemas, ...flags, ...plurals, ...attributes, ...beside, ...others],
  ...classes.filter(isNamed),
]
