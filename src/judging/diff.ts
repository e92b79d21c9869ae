/** Compares models with a schema, and gives each model a verdict. */

import path from 'node:path'
import { dialectNamed, written, writtenTable } from '../dialects'
import type {
  Column,
  Finding,
  Judged,
  Model,
  Origin,
  ScanSettings,
  Schema,
  Table,
  TableName,
  Unknown,
} from '../types'
import { isUnknown, tableText } from '../values'
import { afterwardsOf } from './afterwards'
import {
  type Asking,
  type Doubt,
  faulty,
  misnamed,
  missing,
  missingTable,
  ofOtherCase,
  present,
  undecided,
  unproven,
} from './findings'
import { columnMatcher, columnNamed, foldsCase, tableNamed } from './schema'
import { bare, inAnySchema } from './table-names'

export interface DiffOptions {
  dialect?: string
  /** The version of Sequelize, which decides how quotes in a name are written. */
  sequelize?: string
  /** Whether undecided and unproven models count as failures. */
  strict: boolean
}

export function diff(models: Model[], schema: Schema, options: DiffOptions): Judged[] {
  return models.map((model) => asWritten(judge(model, schema, options), options))
}

/** Replaces the names in a finding by those that Sequelize writes into its SQL. */
function asWritten(judged: Judged, { dialect, sequelize }: DiffOptions): Judged {
  const { finding } = judged
  if (finding?.table) finding.table = writtenTable(finding.table, dialect, sequelize)
  if (finding?.column !== undefined) finding.column = written(finding.column, dialect, sequelize)
  return judged
}

function judge(model: Model, schema: Schema, options: DiffOptions): Judged {
  if (model.fault) return faulty(model, model.fault)
  if (model.needsColumn === false) return withoutColumn(model)
  if (!isAsking(model)) return undecided(model, firstUnknown(model))
  return model.table.anySchema ? judgeAnywhere(model, schema, options) : judgeColumn(model, schema, options)
}

/** Judges by the table of any schema. If several schemas have it, all must give the same verdict. */
function judgeAnywhere(model: Asking, schema: Schema, options: DiffOptions): Judged {
  const name = written(model.table.name, options.dialect, options.sequelize)
  const places = fromFiles(schema) ? inAnySchema(schema, name, foldsCase(options.dialect)) : []
  const judged = places.map((place) =>
    judgeColumn(place.name.schema ? { ...model, table: place.name } : model, schema, options),
  )
  const [first] = judged
  if (!first) return judgeColumn(model, schema, options)
  if (judged.every(({ status }) => status === first.status)) return first
  const there = places.map((place) => place.name.schema ?? 'the default one')
  return unproven(model, {
    reason: `The schema of "${name}" is known at run time only, and several hold such a table: ${there.join(', ')}.`,
    cause: 'The schema is known at run time only, and several hold such a table.',
    hint: 'Judge by the database (--evidence database), or name the schema in the code.',
  })
}

/** The model uses no column. It is undecided if `paranoid` is unknown. */
function withoutColumn(model: Model): Judged {
  return isUnknown(model.paranoid)
    ? undecided(model, ['whether it is paranoid', model.paranoid])
    : { model, status: 'not-paranoid' }
}

const isAsking = (model: Model): model is Asking =>
  !isUnknown(model.needsColumn) && !isUnknown(model.table) && typeof model.column === 'string'

/** Returns the first unknown value of the model: [description, value]. */
function firstUnknown({ needsColumn, paranoid, table, column, origin }: Model): [string, Unknown] {
  if (isUnknown(needsColumn)) return ['whether it is paranoid', isUnknown(paranoid) ? paranoid : needsColumn]
  if (isUnknown(table)) return ['its table', table]
  const unread = { kind: 'unknown', text: '', at: origin, why: 'it has none', saysAll: true } as const
  return ['its column', isUnknown(column) ? column : unread]
}

function judgeColumn(model: Asking, schema: Schema, { dialect, sequelize }: DiffOptions): Judged {
  const askedTable = model.table
  // A database was already queried by the name that the model has.
  const name = fromFiles(schema) ? writtenTable(askedTable, dialect, sequelize) : askedTable
  const wanted = written(model.column, dialect, sequelize)
  const table = tableNamed(schema, name, dialect)
  if (!table)
    return schema.source === 'database' ? missingTable(model) : unproven(model, tableDoubt(schema, name))
  const setting = dialectNamed(dialect)?.tableCase
  if (setting !== undefined && bare(table.name.name) !== bare(name.name) && fromFiles(schema))
    return ofOtherCase(model, table, setting)
  if (table.unseen) return unproven(model, { reason: table.unseen, cause: table.unseen })
  if (table.perhapsGone)
    return unproven(model, {
      reason: `A guarded migration may have dropped the table "${tableText(name)}".`,
      cause: 'A guarded migration may have dropped the table.',
    })
  const column = columnNamed(table, wanted, dialect)
  if (column && !column.perhapsGone)
    return present(model, column, model.declared ? undefined : wrongness(column))
  const doubt = doubtOf(table, column, schema, wanted, dialect)
  if (doubt) return unproven(model, doubt)
  const [other, ...more] = otherNames(table, wanted, model)
  return withAfterwards(
    other ? misnamed(model, table, [other, ...more]) : missing(model, table),
    table,
    dialect,
  )
}

function withAfterwards(judged: Judged, table: Table, dialect: string | undefined): Judged {
  const afterwards = afterwardsOf(judged.model, table, dialect)
  if (judged.finding && afterwards.length) judged.finding.afterwards = afterwards
  return judged
}

/** Whether the schema comes from files. A database resolves names and case by its own settings. */
const fromFiles = ({ source }: Schema): boolean => source !== 'database' && source !== 'replay'

const FIRST =
  'Name the folder by --migrations, judge by the database (--evidence database), or run deletedat-codemod to write the first migration.'

function tableDoubt(schema: Schema, name: TableName): Doubt {
  const none = 'There is no migration history to tell what is in the database.'
  if (schema.source === 'none') return { reason: none, cause: none, hint: FIRST }
  return {
    reason: `No migration makes the table "${tableText(name)}".`,
    cause: 'No migration makes the table.',
  }
}

/** Returns why a column that was not found may exist. */
function doubtOf(
  table: Table,
  column: Column | undefined,
  schema: Schema,
  wanted: string,
  dialect?: string,
): Doubt | undefined {
  const name = tableText(table.name)
  if (column?.perhapsGone === 'early' && column.at && table.at)
    return {
      reason: `"${wanted}" is added to "${name}" (${place(column.at)}) before the migration that makes the table (${place(table.at)}).`,
      cause: 'The column is added before the migration that makes the table.',
      hint: 'Give the migration that adds it a later name, so that it runs behind the other.',
      evidence: { at: column.at, says: 'the column is added here' },
    }
  if (column?.perhapsGone)
    return {
      reason: `A guarded migration may have removed "${wanted}" from "${name}".`,
      cause: 'A guarded migration may have removed the column.',
    }
  if (table.createdElsewhere)
    return {
      reason: `No migration makes the table "${name}"; the history only changes it.`,
      cause: 'No migration makes the table; the history only changes it.',
    }
  const { open } = table
  if (open)
    return {
      reason: `Not all columns of "${name}" can be read: ${open.why} (${place(open.at)}).`,
      cause: `Not all columns of the table can be read: ${open.why}.`,
      evidence: { at: open.at, says: open.why },
    }
  const same = (name: string) =>
    name === wanted || (foldsCase(dialect) && name.toLowerCase() === wanted.toLowerCase())
  const blind = schema.blind.find((one) => one.columns === undefined || one.columns.some(same))
  if (!blind) return undefined
  const { unknown } = blind
  return {
    reason: `A migration does something that cannot be read: "${unknown.text}", ${unknown.why} (${place(unknown.at)}).`,
    cause: `A migration does something that cannot be read: ${unknown.why}.`,
    evidence: { at: unknown.at, says: unknown.why },
  }
}

const place = ({ file, line }: Origin): string => `${path.win32.basename(file)}:${line}`

/** Finds the column under other spellings. If there are several, any of them may hold the deletion times. */
function otherNames(table: Table, wanted: string, { attribute }: Model): Column[] {
  const isColumn = columnMatcher(typeof attribute === 'string' ? [wanted, attribute] : [wanted])
  return [...table.columns.values()].filter(
    (one) => one.name !== wanted && !one.perhapsGone && isColumn(one.name),
  )
}

const holdsTime =
  /^(DATE|DATETIME|TIMESTAMP|TIMESTAMPTZ|DATETIMEOFFSET|SMALLDATETIME|TEXT|STRING|VARCHAR|NOW)/i
const cannotHold =
  /^(BOOL|TINYINT|BIT|UUID|JSON|ENUM|BLOB|BYTEA|ARRAY|DATEONLY|TIME$|SMALLINT|INT|BIGINT|NUMERIC|DECIMAL|FLOAT|DOUBLE|REAL|VIRTUAL)/i

/** Returns why the column cannot hold a deletion time. */
function wrongness(column: Column): string | undefined {
  if (column.allowNull === false) return 'does not allow NULL, so that no row counts as alive'
  if (
    column.type &&
    cannotHold.test(column.type) &&
    !(holdsTime.test(column.type) && !/^DATEONLY/i.test(column.type))
  )
    return `is of type ${column.type}, which cannot hold a time`
  if (column.hasDefault) return 'has a default value, so that new rows are born deleted'
  return undefined
}

/** Sets how grave each finding is where the config says so. What is turned off counts as accepted. */
export function withSeverity(
  models: Judged[],
  severity: NonNullable<ScanSettings['severity']> = {},
): Judged[] {
  for (const { finding } of models) {
    const asked = finding && severity[finding.rule]
    if (!asked) continue
    if (asked === 'off') finding.accepted = { by: 'config', reason: `"${finding.rule}" is off` }
    else finding.severity = asked
  }
  return models
}

/** Whether a finding makes `check` fail. What the config says of its rule holds with `--strict` too. */
export const fails = (
  { severity, rule }: Finding,
  { strict, severity: asked = {} }: Pick<ScanSettings, 'strict' | 'severity'>,
): boolean => severity === 'error' || (strict && asked[rule] === undefined)
