/** The same model twice: made by a real Sequelize of any major version, and as the definition that our readers would find. */
import type { RulesContext } from '../../src/models/rules'
import type {
  Definition,
  Entry,
  Inflector,
  ObjectValue,
  Origin,
  TypeRef,
  Unknown,
  Value,
} from '../../src/types'

export const at: Origin = { file: '/project/models/user.ts', line: 1, column: 1, span: [0, 1] }

/** Something of the package: `new Ref('DataTypes', 'DATE')`, `new Ref('fn').with('now')`. */
export class Ref {
  readonly path: string[]
  args?: (string | number)[]

  constructor(...path: string[]) {
    this.path = path
  }

  with(...args: (string | number)[]): this {
    this.args = args
    return this
  }
}

export const type = (name: string) => new Ref('DataTypes', name)

export interface Spec {
  style: 'define' | 'init'
  name: string | undefined
  attributes?: Record<string, unknown>
  options?: Record<string, unknown>
  instance?: Record<string, unknown>
}

export interface Truth {
  name: string
  table: string
  schema?: string
  paranoid: boolean
  inert: boolean
  attribute?: string
  column?: string
  /** The other columns that it asks for by itself, sorted. */
  alsoAsksFor: string[]
  /** The query of findAll, or why there is none. */
  find: string
}

// biome-ignore lint/suspicious/noExplicitAny: eight packages of four majors have no type in common
type Any = any

export const libraries: Record<number, () => Any> = {
  4: () => require('sequelize-v4'),
  5: () => require('sequelize-v5'),
  6: () => require('sequelize'),
  7: () => require('@sequelize/core'),
}

const inflections: Record<number, () => Inflector> = {
  4: () => require('inflection-v5'),
  5: () => require('inflection-v5'),
  6: () => require('inflection'),
  7: () => require('inflection-v7'),
}

const versions: Record<number, string> = { 4: '4.44.4', 5: '5.22.5', 6: '6.37.8', 7: '7.0.0-alpha.48' }

export const context = (major: number): RulesContext => ({
  version: versions[major]!,
  inflector: inflections[major]!(),
})

// ---------------------------------------------------------------- the real one

require('moment').suppressDeprecationWarnings = true

const instances = new Map<string, Any>()

export function sequelizeOf(major: number, options: Record<string, unknown> = {}): Any {
  const key = major + describe(options)
  const found = instances.get(key) ?? connect(libraries[major]!(), major, options)
  instances.set(key, found)
  return found
}

function connect({ Sequelize }: Any, major: number, options: Record<string, unknown>): Any {
  if (major === 7)
    return new Sequelize({ dialect: require('@sequelize/postgres').PostgresDialect, ...options })
  const v4 = major === 4 ? { operatorsAliases: false } : {}
  return new Sequelize('db', 'user', 'pass', {
    dialect: 'postgres',
    logging: false,
    ...v4,
    ...copy(options, {}),
  })
}

export function realModel(major: number, { style, name, attributes, options, instance }: Spec): Any {
  const library = libraries[major]!()
  const sequelize = sequelizeOf(major, instance)
  const made = copy(attributes ?? {}, library)
  const asked = copy(options ?? {}, library)
  if (style === 'define') return sequelize.define(name, made, asked)
  const model = { [name!]: class extends library.Model {} }[name!]
  model!.init(made, { ...asked, sequelize })
  return model
}

/** Options are changed by Sequelize: each model gets its own. */
export function copy(value: unknown, library: Any): Any {
  if (value instanceof Ref) {
    const found = value.path.reduce((holder: Any, part) => holder[part], library)
    return value.args ? found(...value.args) : found
  }
  if (Array.isArray(value)) return value.map((item) => copy(item, library))
  if (!isPlain(value)) return value
  const made = {}
  for (const [key, inner] of Object.entries(value)) {
    Object.defineProperty(made, key, {
      value: copy(inner, library),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return made
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

export function truthOf(major: number, model: Any): Truth {
  return { ...(major === 7 ? truthOf7(model) : truthOf4(model)), find: findAll(major, model) }
}

function truthOf4(model: Any): Omit<Truth, 'find'> {
  const table = model.getTableName()
  const given = model._timestampAttributes.deletedAt
  const used = given !== undefined && Object.hasOwn(model.rawAttributes, String(given))
  return {
    name: model.name,
    table: table.tableName ?? table,
    schema: table.schema,
    ...flags(model.options),
    attribute: used ? String(given) : undefined,
    column: used ? String(model.rawAttributes[given].field) : undefined,
    alsoAsksFor: alsoAskedFor(
      [model._timestampAttributes.createdAt, model._timestampAttributes.updatedAt, model._versionAttribute],
      (name) => model.rawAttributes[name],
    ),
  }
}

const alsoAskedFor = (names: unknown[], attributeNamed: (name: string) => Any): string[] =>
  names
    .flatMap((name) => (name ? (attributeNamed(String(name)) ?? []) : []))
    .map(({ field, columnName }: Any) => String(columnName ?? field))
    .sort()

function truthOf7({ modelDefinition: made }: Any): Omit<Truth, 'find'> {
  const attribute = made.timestampAttributeNames.deletedAt
  return {
    name: made.modelName,
    table: made.table.tableName,
    schema: made.table.schema,
    ...flags(made.options),
    attribute,
    column: attribute && String(made.attributes.get(attribute).columnName),
    alsoAsksFor: alsoAskedFor(
      [
        made.timestampAttributeNames.createdAt,
        made.timestampAttributeNames.updatedAt,
        made.versionAttributeName,
      ],
      (name) => made.attributes.get(name),
    ),
  }
}

const flags = ({ paranoid, timestamps }: Any) => ({
  paranoid: Boolean(paranoid),
  inert: Boolean(paranoid) && !timestamps,
})

/** What findAll would send, without a server. */
function findAll(major: number, model: Any): string {
  try {
    const options: Any = { attributes: ['id'] }
    model._paranoidClause(model, options)
    const generator =
      major === 7 ? model.sequelize.dialect.queryGenerator : (model.QueryGenerator ?? model.queryGenerator)
    return generator.selectQuery(major === 7 ? model.table : model.getTableName(), options, model)
  } catch (error) {
    return `throws ${(error as Error).message}`
  }
}

// ---------------------------------------------------------------- the definition

export function definition({ style, name, attributes, options, instance }: Spec): Definition {
  return {
    style,
    name,
    attributes: value(attributes ?? {}),
    options: value(options ?? {}),
    sequelize: value(instance),
    origin: at,
    sites: {},
  }
}

export function value(plain: unknown): Value {
  if (plain instanceof Ref) return ref(plain)
  if (typeof plain === 'function') return unknown(plain === Date.now ? 'Date.now' : String(plain))
  if (Array.isArray(plain)) return { kind: 'list', items: plain.map(value) }
  return isPlain(plain) ? object(plain) : (plain as Value)
}

export const unknown = (text: string, why = `${text} cannot be read`): Unknown => ({
  kind: 'unknown',
  text,
  at,
  why,
})

function ref({ path, args }: Ref): TypeRef {
  const call = args ? `(${args.map((arg) => JSON.stringify(arg))})` : ''
  return { kind: 'ref', module: 'sequelize', path, args, text: path.join('.') + call }
}

/** A value that is one of ours already stays as it is. */
export function object(plain: Record<string, unknown>): ObjectValue {
  if ('kind' in plain) return plain as unknown as ObjectValue
  return {
    kind: 'object',
    entries: new Map(Object.entries(plain).map(([key, inner]) => [key, entry(inner)])),
    at,
  }
}

let place = 0

/** Every entry has a line of its own. */
export function entry(inner: unknown): Entry {
  place += 1
  const here = { ...at, line: place, span: [place, place + 1] as const }
  return { value: value(inner), at: here, valueAt: { ...here, column: 9 } }
}

export const describe = (spec: unknown) =>
  JSON.stringify(spec, (_, inner) => (inner === undefined ? '«undefined»' : inner))
