/** Models against a schema: what is asked for, what is there, and what follows. */

import { columnNamed, foldsCase, tableNamed } from './schema'
import type { Column, Finding, Judged, Model, Schema, Severity, Table, TableName, Unknown } from './types'

export interface DiffOptions {
  dialect?: string
  /** Undecided and unproven count as findings that fail. */
  strict: boolean
}

export function diff(models: Model[], schema: Schema, options: DiffOptions): Judged[] {
  return models.map((model) => judge(model, schema, options))
}

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && (value as Unknown).kind === 'unknown'

function judge(model: Model, schema: Schema, options: DiffOptions): Judged {
  if (model.fault) return { model, status: model.fault.rule, finding: faultFinding(model, model.fault) }
  if (model.needsColumn === false) return withoutColumn(model)
  const open = firstUnknown(model)
  if (open) return undecided(model, open)
  return judgeColumn(model, schema, options)
}

/** No column is used; whether that was meant so may not be known. */
function withoutColumn(model: Model): Judged {
  return isUnknown(model.paranoid)
    ? undecided(model, ['whether it is paranoid', model.paranoid])
    : { model, status: 'not-paranoid' }
}

/** What cannot be told of it: [in words, the value]. */
function firstUnknown(model: Model): [string, Unknown] | undefined {
  if (isUnknown(model.needsColumn))
    return ['whether it is paranoid', isUnknown(model.paranoid) ? model.paranoid : model.needsColumn]
  if (isUnknown(model.table)) return ['its table', model.table]
  if (isUnknown(model.column)) return ['its column', model.column]
  return undefined
}

export const nameOf = ({ name }: Model): string => (isUnknown(name) ? name.text : name)

export const tableText = ({ schema, name }: TableName): string => (schema ? `${schema}.${name}` : name)

function finding(
  model: Model,
  rule: Finding['rule'],
  severity: Severity,
  message: string,
  hint: string,
): Finding {
  const known = <T>(value: T | Unknown | undefined): T | undefined =>
    isUnknown(value) ? undefined : (value as T | undefined)
  const [table, attribute, column] = [
    known<TableName>(model.table),
    known<string>(model.attribute),
    known<string>(model.column),
  ]
  return {
    rule,
    severity,
    model: nameOf(model),
    ...(table && { table }),
    ...(attribute && { attribute }),
    ...(column && { column }),
    message,
    hint,
    origin: model.paranoidAt ?? model.origin,
  }
}

function faultFinding(model: Model, fault: NonNullable<Model['fault']>): Finding {
  const hint =
    fault.rule === 'inert-paranoid'
      ? 'Turn timestamps on and add the column, or take paranoid out.'
      : 'Let the attribute be a plain nullable DATE, or take paranoid out.'
  return {
    ...finding(model, fault.rule, 'error', `${nameOf(model)}: ${sentence(fault.says)}`, hint),
    origin: fault.at,
  }
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

function undecided(model: Model, [what, unknown]: [string, Unknown]): Judged {
  const reason = `Cannot tell ${what}: the value is "${unknown.text}", and ${unknown.why}.`
  const hint = 'Write it so that it can be read, or leave the file out with --ignore.'
  const found = {
    ...finding(model, 'undecided', 'warning', `${nameOf(model)}: ${reason}`, hint),
    evidence: { at: unknown.at, says: unknown.why },
  }
  return { model, status: 'undecided', reason, finding: found }
}

function judgeColumn(model: Model, schema: Schema, { dialect }: DiffOptions): Judged {
  const name = model.table as TableName
  const wanted = model.column as string
  const table = tableNamed(schema, name, dialect)
  if (!table) return unproven(model, untold(schema, name))
  if (table.perhapsGone)
    return unproven(model, `A guarded migration may have dropped the table "${tableText(name)}".`)
  const column = columnNamed(table, wanted, dialect)
  if (column && !column.perhapsGone) return present(model, column)
  const doubt = doubtOf(table, column, schema, wanted, dialect)
  if (doubt) return unproven(model, doubt)
  const other = otherName(table, wanted, model)
  return other ? misnamed(model, table, other) : missing(model, table)
}

function untold(schema: Schema, name: TableName): string {
  if (schema.source === 'none') return 'There is no migration history to tell what is in the database.'
  return `No migration makes the table "${tableText(name)}".`
}

/** Why an absent column may be there all the same. */
function doubtOf(
  table: Table,
  column: Column | undefined,
  schema: Schema,
  wanted: string,
  dialect?: string,
): string | undefined {
  const name = tableText(table.name)
  if (column?.perhapsGone) return `A guarded migration may have removed "${wanted}" from "${name}".`
  if (table.madeElsewhere) return `No migration makes the table "${name}"; the history only changes it.`
  if (table.open) return `Not all columns of "${name}" can be read: ${table.open.why} (${place(table.open)}).`
  const same = (name: string) =>
    name === wanted || (foldsCase(dialect) && name.toLowerCase() === wanted.toLowerCase())
  const blind = schema.blind.find((one) => one.columns === undefined || one.columns.some(same))
  if (blind)
    return `A migration does something that cannot be read: "${blind.unknown.text}", ${blind.unknown.why} (${place(blind.unknown)}).`
  return undefined
}

const place = ({ at }: Unknown): string => `${at.file.split(/[\\/]/).pop()}:${at.line}`

function unproven(model: Model, reason: string): Judged {
  const found = finding(
    model,
    'unproven',
    'note',
    `${nameOf(model)}: ${reason}`,
    'Compare with the database itself, or give the folder by --migrations.',
  )
  return { model, status: 'unproven', reason, finding: found }
}

const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The column under another spelling, if there is just one. */
function otherName(table: Table, wanted: string, model: Model): Column | undefined {
  const spellings = new Set([
    spelling(wanted),
    ...(typeof model.attribute === 'string' ? [spelling(model.attribute)] : []),
    'deletedat',
  ])
  const there = [...table.columns.values()].filter(
    (one) => one.name !== wanted && !one.perhapsGone && spellings.has(spelling(one.name)),
  )
  return there.length === 1 ? there[0] : undefined
}

function missing(model: Model, table: Table): Judged {
  const message = `${nameOf(model)} is paranoid but table "${tableText(table.name)}" has no "${model.column}" column.`
  const hint =
    'Run deletedat-codemod to add it by a migration, or --repair disable-paranoid to turn paranoid off.'
  const found = {
    ...finding(model, 'missing-column', 'error', message, hint),
    evidence: { at: table.at, says: 'the table is made here, without the column' },
  }
  return { model, status: 'missing-column', finding: found }
}

function misnamed(model: Model, table: Table, column: Column): Judged {
  const message = `${nameOf(model)} asks table "${tableText(table.name)}" for "${model.column}", but the column there is "${column.name}".`
  const hint = 'Run deletedat-codemod to map the attribute to it.'
  const found: Finding = {
    ...finding(model, 'misnamed-column', 'error', message, hint),
    found: column.name,
    evidence: { at: column.at, says: `"${column.name}" is made here` },
  }
  return {
    model,
    status: 'misnamed-column',
    finding: found,
    evidence: { at: column.at, operation: column.operation },
  }
}

const holdsTime =
  /^(DATE|DATETIME|TIMESTAMP|TIMESTAMPTZ|DATETIMEOFFSET|SMALLDATETIME|TEXT|STRING|VARCHAR|NOW)/i
const cannotHold =
  /^(BOOL|TINYINT|BIT|UUID|JSON|ENUM|BLOB|BYTEA|ARRAY|DATEONLY|TIME$|SMALLINT|INT|BIGINT|NUMERIC|DECIMAL|FLOAT|DOUBLE|REAL|VIRTUAL)/i

/** Why the column cannot hold a deletion time. */
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

function present(model: Model, column: Column): Judged {
  const evidence = { at: column.at, operation: column.operation }
  const wrong = model.declared ? undefined : wrongness(column)
  if (!wrong) return { model, status: 'ok', evidence }
  const message = `${nameOf(model)}: the column "${column.name}" ${wrong}.`
  const found = {
    ...finding(
      model,
      'wrong-type',
      'error',
      message,
      'Change the column to a nullable DATE without a default, by a migration.',
    ),
    evidence: { at: column.at, says: 'it is made here' },
  }
  return { model, status: 'wrong-type', finding: found, evidence }
}

/** Whether a finding makes `check` fail. */
export const fails = ({ severity }: Finding, { strict }: { strict: boolean }): boolean =>
  severity === 'error' || strict
