/** How the migrations that are there look: what the next one has to look like. */

import path from 'node:path'
import type { MigrationFile, RunnerFacts } from '../types'

export type Shape =
  /** `up({ context })` */
  | 'context'
  /** `up(queryInterface)` */
  | 'positional'
  | 'db-migrate'
  | 'pgm'
  | 'knex'
  | 'sql'
  /** There are files, and nobody knows what they are. */
  | 'odd'
  /** There is none. */
  | 'none'

const SHAPES: [Shape, RegExp][] = [
  ['context', /\b(?:up|down)\b[^(\n]{0,40}\(\s*\{[^)]*\bcontext\b/],
  ['db-migrate', /\bdbmigrate\b|exports\._meta\s*=|['"]db-migrate['"]/],
  ['pgm', /\bup\b[^(\n]{0,40}\(\s*pgm\b|\bMigrationBuilder\b|\bpgm\s*\.\s*(?:\w+)\s*\(/],
  ['knex', /\bup\b[^(\n]{0,40}\(\s*knex\b|\bknex\s*\.\s*schema\b|from\s+['"]knex['"]/],
  [
    'positional',
    /\bqueryInterface\b|\bQueryInterface\b|\b(?:createTable|addColumn|removeColumn|addIndex|dropTable|changeColumn|renameColumn|bulkInsert)\s*\(|\.sequelize\s*\.\s*query\s*\(/,
  ],
]

/** The newest whose shape is known, and that shape. */
export function shapeOf({ existing, reader }: Pick<RunnerFacts, 'existing' | 'reader'>): {
  shape: Shape
  file?: MigrationFile
  text: string
} {
  const newest = existing.toSorted((a, b) => (a.name < b.name ? 1 : -1))
  const code = newest.filter(({ name }) => !name.endsWith('.sql'))
  for (const file of code.slice(0, LOOKED_AT)) {
    const text = reader.read(path.join(file.folder, file.name)) ?? ''
    const found = SHAPES.find(([, pattern]) => pattern.test(text))
    if (found) return { shape: found[0], file, text }
  }
  const [first] = newest
  if (!first) return { shape: 'none', text: '' }
  return { shape: code.length ? 'odd' : 'sql', file: first, text: '' }
}

const LOOKED_AT = 8
