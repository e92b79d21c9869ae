/** Reads a JSON report (schema/report.schema.json). It may come from anywhere, so each field is looked at. */

import type { FleetFinding, FleetReport, Severity, TableName } from '../types'

type Fields = Record<string, unknown>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0

/** The version of the report that is read here. */
const VERSION = 1

/** @returns why it is no report, as a clause; or what it says */
export function reportIn(value: unknown): string | Omit<FleetReport, 'name' | 'file'> {
  const { schemaVersion, tool, command, project, evidence, summary, findings, next } = fields(value)
  if (fields(tool).name !== 'deletedat-codemod') return 'it is no JSON report of deletedat-codemod'
  if (schemaVersion !== VERSION)
    return `its schemaVersion is ${JSON.stringify(schemaVersion)}, and ${VERSION} is read here`
  const counts = fields(summary)
  const all = list(findings).map(findingIn)
  const [paranoid, proven] = [count(counts.paranoid), count(counts.proven ?? counts.ok)]
  const [undecided, unproven] = [count(counts.undecided), count(counts.unproven)]
  const faulty = Math.max(0, paranoid - proven - undecided - unproven)
  const { sequelize, dialect } = fields(project)
  return {
    command: text(command),
    evidence: text(evidence),
    sequelize: textOrNull(sequelize),
    dialect: textOrNull(dialect),
    state: all.length ? 'findings' : !paranoid ? 'nothing' : proven === paranoid ? 'proven' : 'unproven',
    files: count(counts.files),
    models: count(counts.models),
    paranoid,
    proven,
    faulty,
    undecided,
    unproven,
    findings: all.length,
    all,
    next: textOrNull(next),
  }
}

/** Whether it is what `merge --format json` has written. */
export const isMerged = (value: unknown): boolean => fields(value).command === 'merge'

function findingIn(value: unknown): FleetFinding {
  const { rule, severity, model, table, message, hint, file, line, database, fingerprint } = fields(value)
  return {
    rule: text(rule),
    severity: severityIn(severity),
    model: textOrNull(model),
    table: tableIn(table),
    message: text(message),
    hint: text(hint),
    file: text(file),
    line: count(line) || 1,
    ...(typeof database === 'string' && { database }),
    ...(typeof fingerprint === 'string' && { fingerprint }),
  }
}

const severityIn = (value: unknown): Severity => (value === 'warning' || value === 'note' ? value : 'error')

function tableIn(value: unknown): TableName | null {
  const { schema, name } = fields(value)
  return typeof name === 'string' ? { name, ...(typeof schema === 'string' && schema && { schema }) } : null
}
