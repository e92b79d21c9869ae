/** Detects why finds of a paranoid model fail or match nothing: the finding `broken-paranoid`. */

import type { Unknown } from '../../types'
import { isList, isRef, isUnknown } from '../../values'
import { type Declared, declaredAttribute, fieldOf, typeNamed } from './declared'
import type { Facts } from './facts'
import type { Broken } from './faults'
import { isOwnCode, quote, type Settled, show } from './known'

/** Returns the fault of a query that the database refuses or that matches no row (R14, R16, R18, R20). */
export function queryFault(
  facts: Facts,
  attribute: string | Unknown,
  column: string | Unknown,
  declared?: Declared,
): Broken | undefined {
  if (!isUnknown(attribute) && attribute in {}) {
    const at = declared?.entry.at ?? facts.read('deletedAt').entry?.at
    return {
      rule: 'R16',
      says: `every object has a property ${quote(attribute)}, so rows cannot have such an attribute`,
      at,
    }
  }
  const type = declared?.read('type')
  const name = type && typeNamed(type.value)
  if (declared && (name === 'VIRTUAL' || name === 'NONE')) {
    const says = 'the attribute is VIRTUAL, and the WHERE of every find still names its column'
    return { rule: 'R18', says, at: type?.entry?.at ?? declared.entry.at }
  }
  const refusal = nameFault(facts, column, declared)
  return refusal ?? (declared && (defaultFault(facts, declared, name) ?? neverNull(declared)))
}

/** Sequelize reads the column's name in a WHERE as an attribute, with the syntax of attributes. */
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

/** `$a.b$` is a path; versions 5 and 6 fail on a property that every object has; version 7 parses the name. */
function unaskable(column: string, major: number): boolean {
  if (major >= 7) return !/^\w+$/.test(column)
  return /^\$.+\$$/.test(column) || (major >= 5 && column in {})
}

/** If an attribute has the column's name, version 7 queries that attribute's column instead. */
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

/** R20: finds look for rows with the default value, or for NULL if it is falsy. */
function unmatched(value: Settled, type: string | undefined, major: number): string | undefined {
  if (!isUnknown(value) && !value)
    return 'finds ask for NULL, but new rows get the default value and are never found'
  const never = 'finds ask for rows with just this value, and there are none'
  if (typeNamed(value) === 'NOW') return never
  if (value === true && type === 'DATE') return 'finds compare it with a date, and fail'
  if (isOwnCode(value) || (isUnknown(value) && CALLABLE.test(value.text))) return never
  if (isList(value)) return value.items.length ? undefined : never
  const { name, first } = callIn(value)
  if (name === 'literal' && major < 7)
    return 'a literal stands alone in the WHERE of every find, without the column'
  return name && typeof first === 'string' && CLOCKS.test(first) ? never : undefined
}

/** Matches a function, or the time at which the program started. */
const CALLABLE = /^(async\b|function\b|\([^)]*\)\s*=>|Date\.now$|new Date\(\)$)/

/** Returns `fn` or `literal` with its first argument, even if only the text is known. */
function callIn(value: Settled): { name?: string; first?: unknown } {
  if (isRef(value)) {
    const { path, args } = value
    const name = path.at(-1)
    return name === 'fn' || name === 'literal' ? { name, first: args?.[0] } : {}
  }
  if (!isUnknown(value)) return {}
  const [, name, , first] = value.text.match(/\.(fn|literal)\(\s*(['"`])(.*?)\2/s) ?? []
  return { name, first }
}

/** With allowNull: false and no default, create() throws and finds ask for NULL. */
function neverNull({ read }: Declared): Broken | undefined {
  const { value, entry } = read('allowNull')
  const fallback = read('defaultValue').value
  if (value !== false || (fallback !== undefined && fallback !== null)) return undefined
  const says =
    'the attribute has allowNull: false and no default value: create() throws, and finds ask for NULL'
  return { rule: 'R16', says, at: entry?.at }
}
