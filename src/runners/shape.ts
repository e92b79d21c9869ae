/** Recognizes the shape of the existing migrations, which a new one must have too. */

import path from 'node:path'
import type { MigrationFile, RunnerFacts } from '../types'

type Shape =
  /** `up({ context })` */
  | 'context'
  /** `up(queryInterface)` */
  | 'positional'
  | 'db-migrate'
  | 'pgm'
  | 'knex'
  | 'sql'
  /** There are migrations of an unknown shape. */
  | 'odd'
  /** There are no migrations. */
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

/** Returns the newest migration whose shape is known, and its shape. */
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
