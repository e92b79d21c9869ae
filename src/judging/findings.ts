/** Makes the findings: message, place and hint. */

import path from 'node:path'
import { isOurName } from '../our-names'
import type { Column, Finding, Judged, Model, Severity, Table, TableName, Unknown } from '../types'
import { isUnknown, known, tableText } from '../values'

/** A model whose table and column are known. */
export type Asking = Model & { table: TableName; column: string }

const modelText = ({ name }: Model): string => (isUnknown(name) ? name.text : name)

function finding(
  model: Model,
  rule: Finding['rule'],
  severity: Severity,
  message: string,
  hint: string,
): Finding {
  const [table, attribute, column] = [
    known<TableName>(model.table),
    known<string>(model.attribute),
    known<string>(model.column),
  ]
  return {
    rule,
    severity,
    model: modelText(model),
    ...(table && { table }),
    ...(attribute && { attribute }),
    ...(column && { column }),
    message,
    hint,
    origin: model.paranoidAt ?? model.origin,
    modelAt: model.origin,
  }
}

/** The evidence of a finding. There is none for a database, because it has no place in a file. */
const placed = (at: Table['at'], says: string): Pick<Finding, 'evidence'> =>
  at ? { evidence: { at, says } } : {}

const proof = ({ at, operation, from }: Column): Pick<Judged, 'evidence'> =>
  at ? { evidence: { at, operation, from } } : {}

export function faulty(model: Model, fault: NonNullable<Model['fault']>): Judged {
  const hint =
    fault.rule === 'inert-paranoid'
      ? 'Turn timestamps on and add the column, or take paranoid out.'
      : 'Let the attribute be a plain nullable DATE, or take paranoid out.'
  const found = {
    ...finding(model, fault.rule, 'error', `${modelText(model)}: ${sentence(fault.says)}`, hint),
    origin: fault.at,
  }
  return { model, status: fault.rule, finding: found }
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

export function undecided(model: Model, [what, unknown]: [string, Unknown]): Judged {
  const value = unknown.saysAll ? '' : `the value is "${unknown.text}", and `
  const reason = `Cannot tell ${what}: ${value}${unknown.why}.`
  const hint = unknown.remedy ?? howToSettle(unknown.why)
  const found = {
    ...finding(model, 'undecided', 'warning', `${modelText(model)}: ${reason}`, hint),
    evidence: { at: unknown.at, says: unknown.why },
  }
  return { model, status: 'undecided', reason, cause: `Cannot tell ${what}: ${unknown.why}.`, finding: found }
}

/** A file that is missing is missing for --runtime too: often .gitignore names it, and no CI has it. */
function howToSettle(why: string): string {
  const missing = /(?:^|\s)(\.{1,2}\/\S+) is not found$/.exec(why)?.[1]
  return missing
    ? `Have ${missing} there when this is checked; in CI, copy an example of it to its place.`
    : 'Write it so that it can be read, run it with --runtime, or leave the file out with --ignore.'
}

/** @param setting the server variable that decides whether names that differ only in case are one table */
export function ofOtherCase(model: Asking, table: Table, setting: string): Judged {
  const [made, expected] = [tableText(table.name), tableText(model.table)]
  const rest = `one table where the server's ${setting} is 1 or 2, two where it is 0`
  const reason = `Cannot tell its table: the history makes "${made}", the model asks for "${expected}": ${rest}.`
  const hint = 'Write the name in the same letters in both, or judge by the database (--evidence database).'
  const found = {
    ...finding(model, 'undecided', 'warning', `${modelText(model)}: ${reason}`, hint),
    ...placed(table.at, 'the table is made here'),
  }
  const cause = `Cannot tell its table: names differ only by case, ${rest}.`
  return { model, status: 'undecided', reason, cause, finding: found }
}

/** Why a model is unproven: `reason` names its tables and places, `cause` is the same for all such models. */
export interface Doubt {
  reason: string
  cause: string
  /** The way to settle it, if not the usual one. */
  hint?: string
  /** The place that leaves it open. */
  evidence?: Finding['evidence']
}

const HOW_TO_PROVE =
  'Judge by the database (--evidence database) or a replay (--replay), or give the folder by --migrations.'

export function unproven(model: Model, { reason, cause, hint = HOW_TO_PROVE, evidence }: Doubt): Judged {
  const found = finding(model, 'unproven', 'note', `${modelText(model)}: ${reason}`, hint)
  return { model, status: 'unproven', reason, cause, finding: { ...found, ...(evidence && { evidence }) } }
}

export function missingTable(model: Asking): Judged {
  const message = `${modelText(model)} asks for table "${tableText(model.table)}", which is not in the database.`
  const hint = 'Run the migration that makes the table, or check tableName and schema of the model.'
  return { model, status: 'missing-table', finding: finding(model, 'missing-table', 'error', message, hint) }
}

export function missing(model: Model, table: Table): Judged {
  const { relation } = table
  const isView = relation?.kind === 'view' || relation?.kind === 'materialized view'
  const what = isView ? relation.kind : 'table'
  const message = `${modelText(model)} is paranoid but ${what} "${tableText(table.name)}" has no "${model.column}" column.`
  const hint = isView
    ? 'Make the view anew with the column of its table, or pass --repair disable-paranoid to turn paranoid off.'
    : 'Run deletedat-codemod to add it by a migration, or --repair disable-paranoid to turn paranoid off.'
  const found = {
    ...finding(model, 'missing-column', 'error', message, hint),
    ...placed(table.at, 'the table is made here, without the column'),
    ...(isView && { isView }),
  }
  return { model, status: 'missing-column', finding: found }
}

/** @param columns the one column that is meant, or several that may be meant */
export function misnamed(model: Model, table: Table, columns: [Column, ...Column[]]): Judged {
  const [column] = columns
  const isOne = columns.length === 1
  const there = columns.map(({ name }) => `"${name}"`).join(' and ')
  const message = `${modelText(model)} asks table "${tableText(table.name)}" for "${model.column}", but the ${isOne ? 'column there is' : 'columns there are'} ${there}.`
  const hint = isOne
    ? 'Run deletedat-codemod to map the attribute to it.'
    : 'Find out which of them holds the deletion times, and give the attribute that one as its field.'
  const found: Finding = {
    ...finding(model, 'misnamed-column', 'error', message, hint),
    ...(isOne ? { found: column.name } : { alike: columns.map(({ name }) => name) }),
    ...placed(column.at, `"${column.name}" is made here`),
  }
  return { model, status: 'misnamed-column', finding: found, ...proof(column) }
}

export function present(model: Model, column: Column, wrong: string | undefined): Judged {
  if (!wrong) return { model, status: 'ok', ...proof(column) }
  const hint = 'Change the column to a nullable DATE without a default, by a migration.'
  const found = {
    ...finding(
      model,
      'wrong-type',
      'error',
      `${modelText(model)}: the column "${column.name}" ${wrong}.`,
      hint,
    ),
    ...placed(column.at, 'it is made here'),
  }
  return { model, status: 'wrong-type', finding: found, ...proof(column) }
}

/** @param evidence the migration that adds the column and has not run in the database */
export function pending(model: Model, evidence: NonNullable<Judged['evidence']>): Judged {
  const { at } = evidence
  const file = path.win32.basename(at.file)
  const message = `${modelText(model)}: "${model.column}" is not in the database yet; the migration ${file} adds it and waits to be run.`
  const hint = isOurName(at.file) ? 'Run it: deletedat-codemod deploy.' : 'Run it as you run the others.'
  const found = {
    ...finding(model, 'pending', 'error', message, hint),
    evidence: { at, says: 'the column is added here' },
  }
  return { model, status: 'pending', finding: found, evidence }
}
