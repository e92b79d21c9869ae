/** Finds a declared attribute by name, with its type and options (R14, R16). */

import type { Entry, Unknown } from '../../types'
import { isObject, isRef, isUnknown } from '../../values'
import type { Facts } from './facts'
import { hidden, isOwnCode, type Settled, unknown } from './known'
import { type FoundOption, reader } from './options'

export interface Declared {
  entry: Entry
  value: Settled
  /** Reads an option of the attribute. */
  read(key: string): FoundOption
}

/** Returns undefined if the attribute is not declared. */
export function declaredAttribute(facts: Facts, name: string): Declared | Unknown | undefined {
  const { attributes, settle } = facts
  if (isUnknown(attributes)) return hidden(attributes, name)
  if (!isObject(attributes)) return undefined
  const entry = attributes.entries.get(name)
  if (!entry) return attributes.open && hidden(attributes.open, name)
  const value = settle(entry.value)
  if (isType(value)) return { entry, value, read: asType(value, entry) }
  if (isUnknown(value)) return value
  if (isRef(value)) {
    return unknown(value.text, entry.valueAt, 'the attribute is read from a package at run time')
  }
  return { entry, value, read: optionsOf(value, settle) }
}

const isType = (value: Settled) =>
  typeof value === 'string' || isOwnCode(value) || typeNamed(value) !== undefined

const asType =
  (value: Settled, entry: Entry) =>
  (key: string): FoundOption =>
    key === 'type' ? { value, entry, from: 'own' } : { value: undefined, from: 'default' }

/** Bypasses `reader` for references, which types and default values need as they are. */
function optionsOf(value: Settled, settle: Facts['settle']): Declared['read'] {
  const read = reader([{ from: 'own', holder: value, undefinedCounts: true }], settle)
  return (key) => {
    const entry = isObject(value) ? value.entries.get(key) : undefined
    const raw = entry && settle(entry.value)
    return isRef(raw) ? { value: raw, entry, from: 'own' } : read(key)
  }
}

const TYPES = new Set(
  `ABSTRACT ARRAY BIGINT BLOB BOOLEAN CHAR CIDR CITEXT DATE DATEONLY DECIMAL DOUBLE ENUM FLOAT GEOGRAPHY GEOMETRY
  HSTORE INET INTEGER JSON JSONB JSONTYPE MACADDR MACADDR8 MEDIUMINT NONE NOW NUMBER NUMERIC RANGE REAL SMALLINT
  STRING TEXT TIME TINYINT TSVECTOR UUID UUIDV1 UUIDV4 VIRTUAL`.split(/\s+/),
)

/** Returns the name of a Sequelize type, whatever the path to it: `DataTypes.DATE(6)`, `Sequelize.DATE`. */
export function typeNamed(value: Settled): string | undefined {
  if (isRef(value)) return value.path.find((part) => TYPES.has(part))
  if (!isUnknown(value)) return undefined
  const chain = value.text.match(/^[\w$]+((?:\.\w+)+)(?:\(.*\))?$/s)?.[1]
  return chain?.split('.').find((part) => TYPES.has(part))
}

/** Returns the option that names the column; in version 7 `columnName` comes first. */
export function fieldOf({ edition }: Facts, declared: Declared): FoundOption | undefined {
  const keys = edition.major >= 7 ? ['columnName', 'field'] : ['field']
  return keys
    .map(declared.read)
    .find(({ value }) => value !== undefined && (value !== null || edition.major < 7))
}
