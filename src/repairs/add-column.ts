/** A: a new migration that adds the column. */

import path from 'node:path'
import type { Finding, MigrationContext, Model, Repair, TableName } from '../types'
import { alreadyThere, migrationSlug } from './migration-name'
import { firstStamp, newestOf } from './stamps'
import { fillTemplate, indexName } from './template'

const { underscore } = require('inflection') as { underscore(word: string): string }

export const addColumn: Repair = {
  name: 'add-column',
  letter: 'A',

  fits: ({ rule, table, column, isView }) =>
    !isView &&
    /^(missing-column|misnamed-column|unproven)$/.test(rule) &&
    table !== undefined &&
    column !== undefined,

  describe: ({ table, column }) => `add the column "${column}" to ${tableText(table!)} by a migration`,

  plan({ model, finding }, { migrations }) {
    const table = finding.table!
    const column = finding.column!
    const slug = migrationSlug(table, column)
    const there = alreadyThere(migrations.existing, slug)
    if (there) return { cannot: waiting(there, migrations.existing) }
    const migration = `${firstStamp(migrations)}-${slug}`
    const name = migration + migrations.template.extension
    const text = fillTemplate(migrations.template, {
      table,
      column,
      model: modelName(model, finding),
      migration,
      ...(migrations.withIndex && { index: indexName(table, column, underscore) }),
    })
    return {
      edits: [{ kind: 'create', file: path.join(migrations.folder, name), text }],
      says: `${name} adds ${withIndex(column, migrations)} to ${tableText(table)}.`,
    }
  },
}

const tableText = ({ schema, name }: TableName): string =>
  `"${schema === undefined ? '' : `${schema}.`}${name}"`

const withIndex = (column: string, migrations: MigrationContext): string =>
  `"${column}"${migrations.withIndex ? ' with an index' : ''}`

const modelName = (model: Model, finding: Finding): string =>
  finding.model ?? (typeof model.name === 'string' ? model.name : '')

function waiting(there: string, existing: readonly string[]): string {
  const newest = newestOf(existing)
  const order = newest && newest > there ? `, or it sorts wrongly: ${newest} comes after it` : ''
  return `${there} adds this column already: it waits to be run${order}. Run it, or delete it and try again.`
}
