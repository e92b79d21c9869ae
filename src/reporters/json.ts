/** Reports for programs by the public contract in schema/report.schema.json. Fields are only ever added. */

import type {
  Advice,
  Diagnosis,
  Hazard,
  Judged,
  Model,
  Outcome,
  Reporter,
  Suspect,
  View,
  Written,
} from '../types'
import { known } from '../values'
import { findingOf, lineOf, placeOf, tableOf } from './json-finding'
import { withFingerprints } from './listed'
import { relative } from './place'
import { withoutControls, withoutSecrets } from './safe'

export const json: Reporter = {
  name: 'json',
  report(outcome, view) {
    const { command, project, evidence, models, findings, accepted, next } = outcome
    const shown = withFingerprints([...findings, ...(accepted ?? [])], view).map(
      ([finding, print]) => [finding, findingOf(finding, print, view)] as const,
    )
    const document = {
      schemaVersion: 1,
      tool: { name: 'deletedat-codemod', version: view.version },
      command,
      project: {
        root: relative(view.cwd, project.root),
        sequelize: project.sequelize ?? null,
        dialect: project.dialect ?? null,
        migrations: project.migrations.map((folder) => relative(view.cwd, folder)),
      },
      evidence,
      summary: summaryOf(outcome, view),
      models: models.map((judged) => modelOf(judged, view, command === 'why')),
      findings: shown.filter(([{ accepted }]) => !accepted).map(([, one]) => one),
      ...(accepted && { accepted: shown.filter(([{ accepted }]) => accepted).map(([, one]) => one) }),
      ...databasesOf(outcome, view),
      ...(outcome.database && { database: outcome.database }),
      written: [],
      ...ownOf(outcome, view),
      notes: notesOf(outcome).map(withoutSecrets),
      next: next === undefined ? null : withoutSecrets(next),
    }
    return `${withoutControls(JSON.stringify(document, null, 2))}\n`
  },
}

/** The fields that only one command has. */
function ownOf(outcome: Outcome, view: View): object | undefined {
  switch (outcome.command) {
    case 'run': {
      const { hazards, written, toCommit } = outcome
      return {
        ...(hazards && { hazards: hazards.map((hazard) => hazardOf(hazard, view)) }),
        ...advicesOf(outcome, view),
        written: written.map((one) => writtenOf(one, view)),
        ...(toCommit !== undefined && { toCommit: withoutSecrets(toCommit) }),
      }
    }
    case 'check':
      return advicesOf(outcome, view)
    case 'why':
      return undefined
    case 'diagnose':
      return { diagnoses: outcome.diagnoses.map((one) => diagnosisOf(one, view)) }
    default:
      return { checks: outcome.checks.map((check) => ({ ...check, says: withoutSecrets(check.says) })) }
  }
}

/** Keeps in `notes` what other formats show separately, for compatibility with existing programs. */
function notesOf(outcome: Outcome): string[] {
  const stopped = 'stopped' in outcome && outcome.stopped !== undefined ? [outcome.stopped] : []
  const untouched = 'untouched' in outcome && outcome.untouched !== undefined ? [outcome.untouched] : []
  return [
    ...outcome.notes,
    ...stopped,
    ...untouched,
    ...(outcome.next === undefined ? [] : [`Next: ${outcome.next}`]),
  ]
}

/** Present if the tree contains several databases. */
const databasesOf = ({ databases }: Outcome, view: View) =>
  databases && {
    databases: databases.map(({ name, package: of, project }) => ({
      name,
      package: of ?? null,
      sequelize: project.sequelize ?? null,
      dialect: project.dialect ?? null,
      migrations: project.migrations.map((folder) => relative(view.cwd, folder)),
    })),
  }

const advicesOf = ({ advice }: { advice?: Advice[] }, view: View) =>
  advice && { advice: advice.map((one) => adviceOf(one, view)) }

function summaryOf(outcome: Outcome, view: View) {
  const { files, models, findings, proof, unheard } = outcome
  return {
    files,
    models: models.length,
    paranoid: proof.paranoid,
    ok: proof.proven,
    proven: proof.proven,
    undecided: proof.undecided,
    unproven: proof.unproven,
    findings: findings.length,
    ...(outcome.accepted && { accepted: outcome.accepted.length }),
    written: outcome.command === 'run' ? outcome.written.length : 0,
    unheard: [...unheard.migrations, ...unheard.models].map(({ file, line, reason }) => ({
      file: relative(view.cwd, file),
      ...(line !== undefined && { line }),
      reason: withoutSecrets(reason),
    })),
  }
}

/** The name as written, even if an unread part may override it, so that the model can be found. */
const nameIn = ({ name, style }: Model): string | null =>
  known(name) ?? (typeof name === 'object' ? (name.written ?? (style === 'define' ? null : name.text)) : null)

function modelOf({ model, status, reason, evidence, eyes, database }: Judged, view: View, traced: boolean) {
  return {
    name: nameIn(model),
    ...lineOf(model.origin, view),
    style: model.style,
    table: tableOf(known(model.table)),
    paranoid: known(model.paranoid) ?? null,
    needsColumn: known(model.needsColumn) ?? null,
    attribute: known(model.attribute) ?? null,
    column: known(model.column) ?? null,
    status,
    reason: reason === undefined ? null : withoutSecrets(reason),
    paranoidAt: model.paranoidAt ? placeOf(model.paranoidAt, view) : null,
    evidence: evidence ? { ...lineOf(evidence.at, view), operation: evidence.operation } : null,
    ...(eyes && { eyes }),
    ...(database !== undefined && { database }),
    ...(traced && {
      trace: model.trace.map(({ rule, says, at }) => ({
        rule,
        says: withoutSecrets(says),
        ...(at && lineOf(at, view)),
      })),
    }),
  }
}

const diagnosisOf = ({ report, suspects, because, at }: Diagnosis, view: View) => ({
  error: withoutSecrets(report.says),
  count: report.count,
  column: report.column ?? null,
  because: withoutSecrets(because),
  calledAt: at ? lineOf(at, view) : null,
  suspects: suspects.map((one) => suspectOf(one, view)),
})

const suspectOf = ({ judged, cause, says, evidence, todo, commands }: Suspect, view: View) => ({
  model: nameIn(judged.model),
  table: tableOf(known(judged.model.table)),
  ...lineOf(judged.model.paranoidAt ?? judged.model.origin, view),
  cause,
  says: withoutSecrets(says.join(' ')),
  evidence: evidence ? { ...lineOf(evidence.at, view), says: withoutSecrets(evidence.says) } : null,
  todo: todo === undefined ? null : withoutSecrets(todo),
  commands: commands.map(withoutSecrets),
})

const hazardOf = ({ kind, says, model, at, text }: Hazard, view: View) => ({
  kind,
  model,
  says,
  ...lineOf(at, view),
  text: withoutSecrets(text.trim()),
})

const adviceOf = ({ kind, model, table, message, hint, sql, at }: Advice, view: View) => ({
  kind,
  model,
  table: tableOf(table),
  message: withoutSecrets(message),
  hint: withoutSecrets(hint),
  sql: sql ?? null,
  ...lineOf(at, view),
})

const writtenOf = ({ kind, file, backup }: Written, { cwd }: View) => ({
  kind,
  file: relative(cwd, file),
  ...(backup && { backup: relative(cwd, backup) }),
})
