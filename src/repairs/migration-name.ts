/** Names our migrations and tells whether one of that name already exists. */

import type { TableName } from '../types'

/** Names that every file system, shell and Sequelize's own file filter accept unchanged. */
const isSafe = (name: string): boolean => /^[A-Za-z0-9][\w-]{0,62}$/.test(name)

/** `add-sessions-deletedat-column`: the name without stamp and extension. */
export function migrationSlug(
  { schema, name }: TableName,
  column: string,
  what: 'column' | 'index' = 'column',
): string {
  const own = schema !== undefined && schema !== 'public' ? `${tablePart(schema)}-` : ''
  const columnPart = slug(column) || `column-${mark(column)}`
  return `add-${own}${tablePart(name)}-${columnPart.slice(0, 60)}-${what}`
}

/** A name that had to be changed gets a hash, so that two such tables never share one migration. */
const tablePart = (name: string): string =>
  isSafe(name) ? name : [slug(name).slice(0, 40), mark(name)].filter(Boolean).join('-')

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** FNV-1a, 32 bits. */
function mark(name: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/**
 * The existing migration of ours for the same table and column, whatever its stamp and extension.
 *
 * @param suffix extension of the new migration: if it is SQL, only SQL files are searched
 */
export function alreadyThere(existing: readonly string[], slug: string, suffix = '.cjs'): string | undefined {
  const ending = suffix.endsWith('.sql') ? '(?:\\.up)?\\.sql' : '\\.[cm]?[jt]s'
  const named = new RegExp(`^[A-Za-z]?\\d+[-_]+(.*?)${ending}$`)
  return existing.find((name) => named.exec(name)?.[1] === slug)
}
