/** What makes a paranoid model throw, or match nothing: the finding `broken-paranoid`. */
import type { ListValue, Origin, TypeRef, Unknown } from '../../types'
import { type Declared, declaredAttribute, fieldOf, typeNamed } from './declared'
import type { Facts } from './facts'
import { isUnknown, kindOf, quote, type Settled, show } from './known'
import { type Found, isObject } from './options'

export interface Broken {
  rule: string
  says: string
  at?: Origin
}

/** The `deletedAt` option: `false`, or what version 6 and later refuse (R12). */
export function optionFault({ edition, read }: Facts): Broken | undefined {
  const { value, entry } = read('deletedAt')
  const at = entry?.at
  if (isUnknown(value)) return undefined
  if (value === false) {
    return {
      rule: 'R10',
      says: 'deletedAt is false while paranoid is set, so every find throws a TypeError',
      at,
    }
  }
  const odd = value === '' || !['string', 'boolean', 'undefined'].includes(typeof value)
  if (!edition.strictDeletedAt || !odd) return undefined
  const says = `deletedAt is ${show(value)}, and Sequelize ${edition.major} throws where the model is defined`
  return { rule: 'R12', says, at }
}

/** An attribute of which Sequelize makes no column, or that it refuses where the model is defined (R16). */
export function attributeFault(
  facts: Facts,
  name: string,
  declared: Declared | Unknown | undefined,
): Broken | undefined {
  const throws = `and Sequelize ${facts.edition.major} throws where the model is defined`
  const at = facts.read('deletedAt').entry?.at
  if (facts.edition.strictAttribute && /^\$|\$$|\.|::|->/.test(name)) {
    return {
      rule: 'R16',
      says: `the attribute ${quote(name)} has characters that are reserved, ${throws}`,
      at,
    }
  }
  const lost = !declared || (name === '__proto__' && facts.edition.major < 6)
  if (!facts.edition.strictAttribute && lost && name in {}) {
    const says = `every object has a property ${quote(name)}, so Sequelize never adds the attribute and finds fail or return deleted rows`
    return { rule: 'R16', says, at }
  }
  const wrong = declared && !isUnknown(declared) && refused(facts, declared)
  return wrong
    ? { rule: 'R16', says: `the attribute ${quote(name)} ${wrong.says}, ${throws}`, at: wrong.at }
    : undefined
}

function refused({ edition }: Facts, declared: Declared): { says: string; at: Origin } | undefined {
  const type = declared.read('type')
  const at = declared.entry.at
  if (untyped(declared, type, edition.strictAttribute)) return { says: 'has no type', at }
  if (!edition.strictAttribute) return undefined
  const name = typeNamed(type.value) ?? (typeof type.value === 'string' ? type.value : undefined)
  if (name !== undefined && (name !== 'DATE' || typeof type.value === 'string')) {
    return { says: `has the type ${name}, not DATE`, at: type.entry?.at ?? at }
  }
  const nullable = declared.read('allowNull')
  return nullable.value === false ? { says: 'has allowNull: false', at: nullable.entry!.at } : undefined
}

/** Version 7 fills in a type that is not written. */
function untyped({ value }: Declared, type: Found, fillsIn: boolean): boolean {
  if (!isObject(value)) return value === undefined || value === null
  if (type.value !== undefined && type.value !== null) return false
  return !fillsIn || type.from !== 'default'
}

/** What Sequelize builds and the database then refuses, or what matches no row (R14, R18, R20). */
export function queryFault(facts: Facts, column: string | Unknown, declared?: Declared): Broken | undefined {
  const type = declared?.read('type')
  const name = type && typeNamed(type.value)
  if (declared && (name === 'VIRTUAL' || name === 'NONE')) {
    const says = 'the attribute is VIRTUAL, and the WHERE of every find still names its column'
    return { rule: 'R18', says, at: type?.entry?.at ?? declared.entry.at }
  }
  const refusal = nameFault(facts, column, declared)
  return refusal ?? (declared && (defaultFault(facts, declared, name) ?? neverNull(declared)))
}

/** The WHERE takes the column's name for an attribute, with the syntax that attributes have there. */
function nameFault(facts: Facts, column: string | Unknown, declared?: Declared): Broken | undefined {
  const field = declared && fieldOf(facts, declared)
  const at = field?.entry?.at
  if (field && (field.value === '' || field.value === null)) {
    return { rule: 'R14', says: `the name of the column is ${show(field.value)}, and every find fails`, at }
  }
  if (isUnknown(column)) return undefined
  const wrong = unaskable(column, facts.edition.major)
  const version = `Sequelize ${facts.edition.major}`
  if (wrong)
    return { rule: 'R14', says: `${version} cannot ask for the column ${quote(column)} in a WHERE`, at }
  return facts.edition.major < 7 ? undefined : namesake(facts, column, declared)
}

/** `$a.b$` is a path, version 5 stumbles over what every object has, and version 7 reads an attribute's syntax. */
function unaskable(column: string, major: number): boolean {
  if (major >= 7) return !/^\w+$/.test(column)
  return /^\$.+\$$/.test(column) || (major >= 5 && column in {})
}

/** Version 7 turns the column's name into the column of an attribute that is called so. */
function namesake(facts: Facts, column: string, declared?: Declared): Broken | undefined {
  const other = declaredAttribute(facts, column)
  if (!other || isUnknown(other) || other.entry === declared?.entry) return undefined
  const field = fieldOf(facts, other)
  if (typeof field?.value !== 'string' || field.value === column) return undefined
  const says = `finds ask for ${quote(field.value)}, the column of the attribute ${quote(column)}, instead of ${quote(column)}`
  return { rule: 'R14', says, at: field.entry?.at }
}

function defaultFault(facts: Facts, { read }: Declared, type: string | undefined): Broken | undefined {
  const { value, entry } = read('defaultValue')
  const why = value === undefined || value === null ? undefined : unmatched(value, type, facts.edition.major)
  return why ? { rule: 'R20', says: `the default value is ${show(value)}: ${why}`, at: entry?.at } : undefined
}

const CLOCKS =
  /^(now|(utc_|local|clock_|statement_|transaction_|current_)timestamp|getdate|getutcdate|sysdate(time(offset)?)?)\b|^null$/i

/** R20: finds look for rows that have the default value, or for NULL when it is falsy. */
function unmatched(value: Settled, type: string | undefined, major: number): string | undefined {
  if (!isUnknown(value) && !value)
    return 'finds ask for NULL, but new rows get the default value and are never found'
  const never = 'finds ask for rows with just this value, and there are none'
  if (typeNamed(value) === 'NOW') return never
  if (value === true && type === 'DATE') return 'finds compare it with a date, and fail'
  if (isUnknown(value) && CALLABLE.test(value.text)) return never
  if (kindOf(value) === 'list') return (value as ListValue).items.length ? undefined : never
  const { name, first } = callIn(value)
  if (name === 'literal' && major < 7)
    return 'a literal stands alone in the WHERE of every find, without the column'
  return name && typeof first === 'string' && CLOCKS.test(first) ? never : undefined
}

/** A function, or the moment at which the program started. */
const CALLABLE = /^(async\b|function\b|\([^)]*\)\s*=>|Date\.now$|new Date\(\)$)/

/** `fn` or `literal` with its first argument, also where only the text is known. */
function callIn(value: Settled): { name?: string; first?: unknown } {
  if (kindOf(value) === 'ref') {
    const { path, args } = value as TypeRef
    const name = path.at(-1)
    return name === 'fn' || name === 'literal' ? { name, first: args?.[0] } : {}
  }
  if (!isUnknown(value)) return {}
  const [, name, , first] = value.text.match(/\.(fn|literal)\(\s*(['"`])(.*?)\2/s) ?? []
  return { name, first }
}

/** New rows cannot be written, and finds ask for NULL. */
function neverNull({ read }: Declared): Broken | undefined {
  const { value, entry } = read('allowNull')
  const fallback = read('defaultValue').value
  if (value !== false || (fallback !== undefined && fallback !== null)) return undefined
  const says =
    'the attribute has allowNull: false and no default value: create() throws, and finds ask for NULL'
  return { rule: 'R16', says, at: entry?.at }
}
