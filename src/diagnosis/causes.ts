/** Finds the cause for a suspected model from the error and the static verdict together. */

import { tableNamed } from '../judging'
import type { Finding, Judged, Report, Suspect } from '../types'
import { type Commands, commandsFor } from './commands'
import { type Mention, mentionsIn } from './mentions'
import { asksFor, isUnquoted, judgedText, type Project } from './project'

type Cause = Omit<Suspect, 'judged'>

/** One possible cause; the first reading that returns one wins. */
type Reading = (report: Report, judged: Judged, project: Project, commands: Commands) => Cause | undefined

export function suspect(report: Report, judged: Judged, project: Project): Suspect {
  const commands = commandsFor(judged, project)
  for (const read of READINGS) {
    const cause = read(report, judged, project, commands)
    if (cause) return { judged, ...cause }
  }
  return { judged, cause: 'unproven', says: [judged.reason ?? 'Nothing more is known of it.'], commands: [] }
}

const withoutTable: Reading = ({ fault, tables }, judged, { schema, dialect }, commands) => {
  if (fault !== 'table') return undefined
  const table = tables[0] && tableNamed(schema, tables[0], dialect)
  return {
    cause: 'missing-table',
    says: ['The table itself is not there: this is no fault of soft delete.'],
    ...(table?.at && { evidence: { at: table.at, says: 'the table is made here' } }),
    ...(!table && { todo: `No migration that was read makes the table of ${judgedText(judged)}.` }),
    commands: table?.at ? commands.migrate(table.at) : [],
  }
}

/** The model itself is at fault, or it asks for no column. */
const unparanoid: Reading = ({ fault }, judged, _project, commands) => {
  if (fault === 'column' || fault === 'table') return undefined
  if (judged.status === 'inert-paranoid' || judged.status === 'broken-paranoid') return ofItself(judged)
  const name = judgedText(judged)
  if (fault === 'not-paranoid' && judged.model.needsColumn === false)
    return {
      cause: 'not-asked',
      says: [`restore() needs a paranoid model, and ${name} is not.`],
      todo: 'Take the call of restore() out, or make the model paranoid and give its table the column.',
      commands: commands.why,
    }
  return {
    cause: 'not-asked',
    says: [`In this code ${name} has no such fault: what runs is another version of it.`],
    todo: 'Build and start this code, or diagnose in the version that runs.',
    commands: commands.why,
  }
}

const ofItself = ({ finding, status }: Judged): Cause => ({
  cause: status === 'inert-paranoid' ? 'inert-paranoid' : 'broken-paranoid',
  says: [finding?.message ?? ''],
  todo: finding?.hint,
  commands: [],
})

const unquoted: Reading = ({ column = '' }, { model }) => {
  if (typeof model.column !== 'string' || !isUnquoted(model.column, column)) return undefined
  return {
    cause: 'unquoted-name',
    says: [`The column is "${model.column}". PostgreSQL makes "${column}" of a name without quotes.`],
    todo: `Write "${model.column}" in double quotes in the SQL of your own that the error comes from.`,
    commands: [],
  }
}

const ELSEWHERE = 'What runs is another version of it, or the query names the column.'

/** The code does not ask for this column, so neither the model nor its migrations are at fault. */
const columnNotInModel: Reading = ({ column = '' }, judged, { dialect, read }, commands) => {
  if (asksFor(judged, column, dialect)) return undefined
  const { model, status } = judged
  if (status === 'broken-paranoid') return ofItself(judged)
  if (status === 'inert-paranoid') {
    const base = ofItself(judged)
    return { ...base, says: [...base.says, ELSEWHERE], commands: commands.why }
  }
  const file = model.origin.file
  const own = mentionsIn(file, read(file), column).find(({ name }) => name === column)
  const asks = model.needsColumn ? `asks for "${String(model.column)}"` : 'is not paranoid'
  const does = `In this code ${judgedText(judged)} ${asks}: Sequelize does not ask for "${column}" by itself.`
  return {
    cause: 'not-asked',
    says: [does, own ? `Its file names "${column}" all the same.` : ELSEWHERE],
    ...(own && { evidence: { at: own.at, says: `"${column}" is named here` } }),
    todo: own
      ? `Take "${column}" out where it is declared or asked for, or add the column by a migration of your own.`
      : 'Build and start this code, or look for the name in your queries.',
    commands: commands.why,
  }
}

/** Checked first (repair C): that column holds the deletion times of the rows. */
const misnamed: Reading = ({ proposed }, { status, finding }, _project, commands) => {
  const several = status === 'misnamed-column' && !proposed.length ? finding?.alike : undefined
  if (finding && several) return whichOf(finding, several, commands)
  const there = (status === 'misnamed-column' && finding?.found) || proposed[0]
  if (!there) return undefined
  const isProven =
    status === 'misnamed-column' && finding?.found === there && (!proposed.length || proposed.includes(there))
  const column = isProven ? there : (proposed[0] ?? there)
  return {
    cause: 'misnamed-column',
    says:
      isProven && finding
        ? [finding.message]
        : [`The database has the column under another name: "${column}".`],
    ...(isProven && finding?.evidence && { evidence: finding.evidence }),
    todo: 'Map the attribute to it. A second column would start empty and bring back every deleted row.',
    commands: isProven ? commands.map : commands.mapTo(column),
  }
}

const whichOf = ({ message }: Finding, columns: string[], { mapTo }: Commands): ReturnType<Reading> => ({
  cause: 'misnamed-column',
  says: [message],
  todo: 'Find out which of them holds the deletion times, and map the attribute to that one. Another column would start empty and bring back every deleted row.',
  commands: columns.flatMap(mapTo),
})

const missing: Reading = (report, judged, project, commands) => {
  const { status, finding } = judged
  if (status !== 'missing-column' || !finding) return undefined
  const other = otherSpelling(judged, project)
  return {
    cause: 'missing-column',
    says: [finding.message, ...(other ? [spelledSentence(other)] : []), ...filterHelpsNot(report)],
    ...(finding.evidence && { evidence: finding.evidence }),
    commands: commands.add,
  }
}

/** R17. */
function otherSpelling({ model }: Judged, { read }: Project): Mention | undefined {
  const { column, origin } = model
  if (typeof column !== 'string') return undefined
  return mentionsIn(origin.file, read(origin.file), column).find(
    ({ name }) => name !== column && name !== model.attribute,
  )
}

const spelledSentence = ({ name, at }: Mention): string =>
  `The model names "${name}" (line ${at.line}): Sequelize takes that for its own only where deletedAt: '${name}' says so.`

/** R21. */
const filterHelpsNot = ({ unfiltered }: Report): string[] =>
  unfiltered ? ['paranoid: false in the query does not help: the column stays in the SELECT.'] : []

/** The migrations make the column, but the database lacks it. */
const notMigrated: Reading = ({ column }, { status, evidence, finding }, _project, commands) => {
  if ((status !== 'ok' && status !== 'wrong-type') || !evidence) return undefined
  const { at, operation } = evidence
  const made = { evidence: { at, says: `"${column}" is made here` } }
  const wrong = status === 'wrong-type' && finding ? [`${finding.message} Mend that first.`] : []
  if (operation !== 'createTable')
    return {
      cause: 'not-migrated',
      says: ['A migration makes the column, and has not run in the database that gave this error.', ...wrong],
      ...made,
      commands: commands.migrate(at),
    }
  return {
    cause: 'not-migrated',
    says: [
      'The migration that makes the table makes the column too. The table is there without it:',
      'the file was changed after it ran, or the table was made by other means.',
      ...wrong,
    ],
    ...made,
    todo: 'If the migration is listed as up, add the column by a new one.',
    commands: commands.status(at),
  }
}

const unproven: Reading = (report, judged, project, commands) => {
  const { status, reason, model } = judged
  if (status !== 'unproven') return undefined
  const hasHistory = project.schema.source !== 'none'
  const other = otherSpelling(judged, project)
  const asks = `${judgedText(judged)} is paranoid and asks for "${String(model.column)}"`
  const todo = [
    ...(other ? [`If the table has "${other.name}", map to it: a second column would start empty.`] : []),
    ...(hasHistory ? ['Name the folder of its migrations by --migrations.'] : []),
  ]
  return {
    cause: 'unproven',
    says: [
      `${asks}, and the error shows that it is not there.`,
      reason ?? '',
      ...(other ? [spelledSentence(other)] : []),
      ...filterHelpsNot(report),
    ],
    ...(todo.length && { todo: todo.join(' ') }),
    commands: [...(other ? commands.mapTo(other.name) : []), ...(hasHistory ? [] : commands.add)],
  }
}

const undecided: Reading = (_report, { status, reason, finding }) =>
  status === 'undecided'
    ? {
        cause: 'undecided',
        says: [reason ?? ''],
        ...(finding?.evidence && { evidence: finding.evidence }),
        todo: finding?.hint,
        commands: [],
      }
    : undefined

const READINGS: Reading[] = [
  withoutTable,
  unparanoid,
  unquoted,
  columnNotInModel,
  misnamed,
  missing,
  notMigrated,
  unproven,
  undecided,
]
