/** A: writes a new migration that adds the column, and one for an index on it. */

import path from 'node:path'
import type {
  Edit,
  Finding,
  MigrationContext,
  MigrationPart,
  Model,
  Repair,
  RepairContext,
  TableName,
} from '../types'
import { tableText } from '../values'
import { alreadyThere, migrationSlug } from './migration-name'
import { fillSql } from './sql-template'
import { firstStamp, newestOf, nextStamp, stampText } from './stamps'
import { fillTemplate, indexName, type Names } from './template'

const { underscore }: { underscore(word: string): string } = require('inflection')

const tableLabel = (table: TableName | undefined): string => (table ? tableText(table) : '')

export const addColumn: Repair = {
  name: 'add-column',
  letter: 'A',
  recommended: {
    for: ['missing-column'],
    why: 'the model asks for soft delete, and a nullable column changes no row',
  },

  fits: ({ rule, table, column, isView }) =>
    !isView &&
    /^(missing-column|misnamed-column|unproven)$/.test(rule) &&
    table !== undefined &&
    column !== undefined,

  describe: ({ rule, table, column, found, alike }) =>
    rule === 'misnamed-column'
      ? `add a second, empty column "${column}" to "${tableLabel(table)}": rows that ${(alike ?? [found]).map((name) => `"${name}"`).join(' or ')} marks as deleted show again`
      : `add the column "${column}" to "${tableLabel(table)}" by a migration`,

  plan({ model, finding }, { migrations, read }) {
    const { table, column } = finding
    if (!table || column === undefined) return { cannot: 'The table, or the column, is not known.' }
    if (migrations.cannot !== undefined)
      return { cannot: refusal(migrations, { table, column, model: modelName(model, finding) }) }
    if (table.schema !== undefined && migrations.parts.some((part) => part.schemaless))
      return {
        cannot: `The migrations here name no schema, so that of "${tableText(table)}" is left to you.`,
      }
    const slug = migrationSlug(table, column)
    const indexSlug = migrationSlug(table, column, 'index')
    const waits = migrations.existing.filter((name) => !migrations.ran?.includes(name))
    const there = alreadyThere(waits, slug, migrations.parts[0]?.suffix)
    if (there) return { cannot: waiting(there, 'column', migrations.existing) }
    const ofItsOwn = migrations.withIndex ? migrations.indexPart : undefined
    const second = ofItsOwn && alreadyThere(waits, indexSlug, ofItsOwn.suffix)
    if (second) return { cannot: waiting(second, 'index', migrations.existing) }

    const stamp = firstStamp(migrations)
    const index = migrations.withIndex ? indexName(table, column, underscore) : undefined
    const names = { table, column, model: modelName(model, finding) }
    const { prefix, joint } = migrations.naming
    const nameOf = (one: string, words: string) =>
      `${prefix}${stampText(one, migrations.naming)}${joint}${words}`
    const added = nameOf(stamp, slug)
    const own = { ...names, index: ofItsOwn ? undefined : index, migration: added }
    const helpers = helpersOf([...migrations.parts, ...(ofItsOwn ? [ofItsOwn] : [])], read)
    if ('cannot' in helpers) return helpers
    const edits = migrations.parts.map((part) => newFile(migrations, part, own))
    const says = `${path.basename(edits[0]?.file ?? added)} adds`
    if (!ofItsOwn)
      return {
        edits: [...edits, ...helpers.edits],
        says: `${says} ${withIndex(column, migrations)} to "${tableText(table)}".`,
      }
    const indexed = newFile(migrations, ofItsOwn, {
      ...names,
      index,
      migration: nameOf(nextStamp(stamp), indexSlug),
    })
    return {
      edits: [...edits, indexed, ...helpers.edits],
      says: `${says} "${column}" to "${tableText(table)}", and ${path.basename(indexed.file)} an index on it.`,
    }
  },
}

function newFile(
  { folder }: MigrationContext,
  { suffix, below, template }: MigrationPart,
  names: Names & { migration: string },
): Edit & { kind: 'create' } {
  const file = path.join(folder, below ?? '', names.migration + suffix)
  const fill = suffix.endsWith('.sql') ? fillSql : fillTemplate
  return { kind: 'create', file, text: fill(template, names) }
}

/** The helpers that are missing. One that is there and has another text is refused, for other migrations call it. */
function helpersOf(
  parts: MigrationPart[],
  read: RepairContext['read'],
): { edits: (Edit & { kind: 'create' })[] } | { cannot: string } {
  const edits: (Edit & { kind: 'create' })[] = []
  for (const { file, text } of parts.flatMap(({ helper }) => helper ?? [])) {
    const there = read(file)
      ?.replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
    if (there === undefined) edits.push({ kind: 'create', file, text })
    else if (there !== text)
      return {
        cannot: `${path.basename(file)} is there, and is not what --template short writes: it was changed, or is of another version. Migrations that call it depend on it, so it is left alone. Use --template full.`,
      }
  }
  return { edits }
}

/** The refusal to write, with the SQL that the user would have to run. */
function refusal({ cannot = '', sql }: MigrationContext, names: Names): string {
  if (!sql) return cannot
  return `${cannot} What it takes:\n${fillSql(sql, { ...names, migration: 'hand' })}`
}

const withIndex = (column: string, migrations: MigrationContext): string =>
  `"${column}"${migrations.withIndex ? ' with an index' : ''}`

const modelName = (model: Model, finding: Finding): string =>
  finding.model ?? (typeof model.name === 'string' ? model.name : '')

function waiting(there: string, what: 'column' | 'index', existing: readonly string[]): string {
  const newest = newestOf(existing)
  const order = newest && newest > there ? `, or it sorts wrongly: ${newest} comes after it` : ''
  return `${there} adds this ${what} already: it waits to be run${order}. Run it, or delete it and try again.`
}
