/** Speaks to a Sequelize instance of version 4 to 7. */

import { UserError } from '../errors'
import { type LiveModel, withoutLists } from '../live'
import type { Row } from '../types'

/** A Sequelize instance of any version, by what is asked of it: no type of Sequelize is imported. */
export interface AnySequelize {
  // biome-ignore lint/suspicious/noExplicitAny: each version has its own overloads, and all of them must fit.
  query(sql: string, options?: any): Promise<any>
  models: object
}

interface Instance extends AnySequelize {
  models: Record<string, LiveModel> | Iterable<LiveModel>
  options?: { dialect?: unknown }
  dialect?: { name?: string }
  getDialect?(): string
}

/** Their types differ from version to version, and what is asked of them here does not. */
const isInstance = (sequelize: unknown): sequelize is Instance =>
  typeof sequelize === 'object' &&
  sequelize !== null &&
  'query' in sequelize &&
  typeof sequelize.query === 'function' &&
  'models' in sequelize &&
  typeof sequelize.models === 'object'

export const isSequelize = (given: unknown): given is AnySequelize => isInstance(given)

/** @throws UserError */
export function instanceOf(sequelize: AnySequelize): Instance {
  if (isInstance(sequelize)) return sequelize
  throw new UserError('This is no Sequelize instance.', 'Hand over what new Sequelize(…) made.')
}

export function dialectOf(sequelize: Instance): string {
  return sequelize.getDialect?.() ?? sequelize.dialect?.name ?? String(sequelize.options?.dialect)
}

export function versionOf({ constructor: library }: AnySequelize): string {
  const version: unknown = Reflect.get(library, 'version')
  return typeof version === 'string' ? version : '6'
}

export async function rowsOf(
  sequelize: AnySequelize,
  sql: string,
  replacements?: Record<string, unknown>,
): Promise<Row[]> {
  const listed = withoutLists(sql, replacements)
  const options = { raw: true, logging: false, ...(replacements && { replacements: listed.replacements }) }
  const [rows]: unknown[] = await sequelize.query(listed.sql, options)
  return Array.isArray(rows) ? rows : []
}
