/** Decorated classes and their bases, each made by the real sequelize-typescript 1 and 2 and by version 7. */
import { applyRules } from '../../src/models/rules'
import type { Model, TableName } from '../../src/types'
import { type ClassSpec, decorated, realClass } from '../helpers/rules-classes'
import { context, sequelizeOf, type Truth, truthOf, type, describe as words } from '../helpers/rules-real'

type Properties = NonNullable<ClassSpec['properties']>

const TABLES: ClassSpec['table'][] = [
  ...[
    undefined,
    true as const,
    {},
    { paranoid: true },
    { paranoid: false },
    { paranoid: undefined },
    { paranoid: null },
  ],
  ...[
    { timestamps: false },
    { timestamps: undefined },
    { tableName: 'own_t' },
    { deletedAt: 'other' },
    { deletedAt: 'deletedAt' },
  ],
  ...[
    { modelName: 'Moddel' },
    { underscored: true, paranoid: true },
    { schema: 'own', freezeTableName: true },
  ],
]

const BASES: ClassSpec['table'][] = [
  ...[
    undefined,
    true as const,
    { paranoid: true, tableName: 'base_t' },
    { underscored: true, modelName: 'Based' },
  ],
  ...[{ timestamps: false, schema: 'base' }, { paranoid: undefined }],
]

const DATE = type('DATE')

const TYPESCRIPT: Properties[] = [
  {},
  { deletedAt: [['DeletedAt']] },
  { removedAt: [['DeletedAt'], ['Column']] },
  { deletedAt: [['DeletedAt'], ['Column', { field: 'gone' }]] },
  { deletedAt: [['Column', { field: 'gone' }], ['DeletedAt']] },
  { deletedAt: [['Column', DATE]] },
  { deletedAt: [['Column', { type: DATE, field: 'col' }]] },
  {
    deletedAt: [
      ['Column', { field: 'second' }],
      ['Column', { field: 'first' }],
    ],
  },
  { deletedAt: [['DeletedAt']], removedAt: [['DeletedAt'], ['Column']] },
  { deletedAt: [['AllowNull', true], ['Default', '1970-01-01'], ['Column']] },
  { createdAt: [['CreatedAt'], ['Column']], other: [['Column', { type: type('STRING'), field: 'o' }]] },
]

const CORE: Properties[] = [
  {},
  { deletedAt: [['DeletedAt']] },
  { removedAt: [['DeletedAt'], ['Attribute', DATE]] },
  { deletedAt: [['DeletedAt'], ['ColumnName', 'gone']] },
  { deletedAt: [['Attribute', { type: DATE, columnName: 'col' }], ['DeletedAt']] },
  { deletedAt: [['Attribute', { type: DATE, field: 'fld' }]] },
  {
    deletedAt: [
      ['Attribute', DATE],
      ['ColumnName', 'one'],
      ['ColumnName', 'two'],
    ],
  },
  {
    deletedAt: [
      ['Attribute', DATE],
      ['ColumnName', 'same'],
      ['ColumnName', 'same'],
    ],
  },
  { deletedAt: [['DeletedAt'], ['NotNull']] },
  { deletedAt: [['DeletedAt'], ['AllowNull'], ['Default', '1970-01-01']] },
  { deletedAt: [['DeletedAt'], ['Attribute', type('DATEONLY')]] },
  { deletedAt: [['DeletedAt']], removedAt: [['DeletedAt']] },
  {
    createdAt: [['CreatedAt']],
    other: [
      ['Attribute', type('STRING')],
      ['ColumnName', 'o'],
    ],
  },
]

const INSTANCES = [{}, { define: { paranoid: true } }, { define: { underscored: true, timestamps: false } }]

interface Flavour {
  title: string
  major: number
  module: string
  properties: Properties[]
  load(): { decorators: object; types: object }
}

/** sequelize-typescript 1 belongs to Sequelize 5, which is installed here under another name. */
function typescript1() {
  let decorators = {}
  jest.isolateModules(() => {
    jest.doMock('sequelize', () => jest.requireActual('sequelize-v5'))
    decorators = require('sequelize-typescript-v1')
    jest.dontMock('sequelize')
  })
  return { decorators, types: jest.requireActual('sequelize-v5') as object }
}

const flavours: Flavour[] = [
  {
    ...{ title: 'sequelize-typescript 1', major: 5, module: 'sequelize-typescript', properties: TYPESCRIPT },
    load: typescript1,
  },
  {
    ...{ title: 'sequelize-typescript 2', major: 6, module: 'sequelize-typescript', properties: TYPESCRIPT },
    load: () => ({
      decorators: jest.requireActual('sequelize-typescript'),
      types: jest.requireActual('sequelize'),
    }),
  },
  {
    ...{
      title: 'the decorators of Sequelize 7',
      major: 7,
      module: '@sequelize/core/decorators-legacy',
      properties: CORE,
    },
    load: () => {
      const core = require('@sequelize/core')
      return {
        decorators: { ...require('@sequelize/core/decorators-legacy'), Model: core.Model },
        types: core,
      }
    },
  },
]

function chains({ properties, major }: Flavour): ClassSpec[][] {
  const bases = BASES.flatMap((table) =>
    properties.slice(0, 6).flatMap((each) => based({ name: 'BaseRow', table, properties: each }, major)),
  )
  return TABLES.flatMap((table) =>
    properties.flatMap((each) => {
      const own = { name: 'UserLog', table, properties: each }
      return [[own], ...bases.map((base) => [own, base]), [own, { name: 'Between' }, bases[8]!]]
    }),
  )
}

/** In version 7 a base is abstract or a model of its own. */
function based(base: ClassSpec, major: number): ClassSpec[] {
  const { tableName, ...table } =
    typeof base.table === 'object' ? base.table : ({} as Record<string, unknown>)
  return major === 7 && base.table ? [base, { ...base, table, abstract: true }] : [base]
}

const tally: string[] = []
afterAll(() => process.stdout.write(`${tally.join('\n')}\n`))

describe.each(flavours)('$title', (flavour) => {
  test('agrees with every verdict', () => {
    const { decorators, types } = flavour.load()
    const counts = { same: 0, refused: 0, elsewhere: 0 }
    const wrong: string[] = []
    chains(flavour).forEach((chain, index) => {
      const instance = INSTANCES[index % INSTANCES.length]!
      const model = applyRules(decorated(flavour.module, chain, instance), context(flavour.major))
      const truth = made(flavour, decorators, types, chain, instance)
      if ('throws' in truth) {
        const ours = model.paranoid && !elsewhere(truth.throws, model)
        counts[ours ? 'refused' : 'elsewhere'] += 1
        if (ours && model.fault?.rule !== 'broken-paranoid')
          wrong.push(`${words(chain)} throws ${truth.throws}`)
        return
      }
      counts.same += 1
      const differs = differences(flavour.major, model, truth)
      if (differs.length) wrong.push(`${words({ chain, instance })} ${differs.join(', ')}`)
    })
    tally.push(
      `${flavour.title}: ${counts.same} the same, ${counts.refused} refused by both, ${counts.elsewhere} not counted`,
    )
    expect(wrong.slice(0, 20)).toEqual([])
    expect(counts.same).toBeGreaterThan(4000)
  })
})

/** No `@Table` at all; or a base's attribute that the child's `@DeletedAt` left without a type. */
const elsewhere = (message: string, { attribute, fault }: Model) =>
  /annotation is missing/.test(message) ||
  (fault?.rule !== 'broken-paranoid' &&
    /does not specify its DataType/.test(message) &&
    !message.includes(`.${attribute}"`))

function made(
  { major }: Flavour,
  decorators: object,
  types: object,
  chain: ClassSpec[],
  instance: Record<string, unknown>,
): Truth | { throws: string } {
  try {
    const model = realClass(decorators, types, chain)
    instanceFor(major, decorators, instance).addModels([model])
    return truthOf(major, model)
  } catch (error) {
    return { throws: (error as Error).message }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: three packages of decorators have no type in common
const instances = new Map<string, any>()

/** sequelize-typescript has an instance of its own. */
function instanceFor(major: number, decorators: object, options: Record<string, unknown>) {
  if (major === 7) return sequelizeOf(7, options)
  const key = major + words(options)
  const { Sequelize } = decorators as typeof import('sequelize-typescript')
  const found = instances.get(key) ?? new Sequelize({ dialect: 'postgres', logging: false, ...options })
  instances.set(key, found)
  return found
}

function differences(major: number, model: Model, truth: Truth): string[] {
  const { name, schema } = model.table as TableName
  const expected: [string, unknown, unknown][] = [
    ['name', model.name, truth.name],
    ['table', name, truth.table],
    ['schema', schema ?? (major === 7 ? 'public' : undefined), truth.schema],
    ['paranoid', model.paranoid, truth.paranoid],
    ['needsColumn', model.needsColumn, truth.attribute !== undefined],
    ['attribute', model.attribute, truth.attribute],
    ['inert', model.fault?.rule === 'inert-paranoid', truth.inert],
    ['column', model.column, truth.column],
  ]
  return expected.flatMap(([key, ours, theirs]) =>
    ours === theirs ? [] : `${key}: ${words(ours)} is ${words(theirs)}`,
  )
}
