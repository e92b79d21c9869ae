/** The errors of a text: each sentence with the SQL, the hint and the frames that belong to it. */

import type { Report, TableName } from '../types'
import { frameIn } from './frames'
import { type Line, plainLines } from './plain'
import { type Sentence, sentenceIn } from './shapes'
import { isUnfiltered, mentions, type Statement, statementIn, tablesAsked } from './statement'

/** A sentence, and the lines up to the next one. */
interface Section {
  sentence: Sentence
  document?: number
  /** What an error is called inside another: each once. */
  keys: Set<string>
  /** Log lines before it. */
  earlier: Line[]
  own: Line[]
}

/** Every distinct error, in the order of their first places. */
export function reportsIn(text: string): Report[] {
  const distinct = new Map<string, Report>()
  for (const section of sectionsIn(plainLines(text))) {
    const report = reportOf(section)
    const key = JSON.stringify(report)
    const known = distinct.get(key)
    if (known) known.count++
    else distinct.set(key, report)
  }
  return [...distinct.values()]
}

function sectionsIn(lines: Line[]): Section[] {
  const sections: Section[] = []
  let pending: Line[] = []
  for (const [index, line] of lines.entries()) {
    const sentence = sentenceIn(line.text)
    const last = sections.at(-1)
    const opensStack = frameIn(lines[index + 1]?.text ?? '') !== undefined
    if (sentence && !continues(last, sentence, { ...line, opensStack })) {
      const { head, earlier } = before(pending, last, sentence, line)
      sections.push({
        sentence,
        document: line.document,
        keys: new Set([keyOf(sentence)]),
        earlier,
        own: [...head, line],
      })
      pending = []
    } else {
      pending.push(line)
      last?.own.push(line)
    }
  }
  return sections
}

/** `parent: error: …`, `[cause]: …`, `"sqlMessage": "…"` */
const NESTED =
  /\b(parent|original|cause|sqlMessage|stack)\b["'\]]{0,2}\s*[:=]\s*(?:[^:]{0,60}:){0,3}[^:]{0,20}$/

const keyOf = ({ before: text }: Sentence): string => NESTED.exec(text)?.[1] ?? ''

/** An error is told several times over: by its message, its stack, its parent, by what the driver threw. */
function continues(
  last: Section | undefined,
  sentence: Sentence,
  line: Line & { opensStack: boolean },
): boolean {
  if (!last || last.sentence.says !== sentence.says) return false
  if (line.document !== undefined || last.document !== undefined) return line.document === last.document
  const key = keyOf(sentence)
  if (!key && line.opensStack && last.own.length === 1) return true
  if (!key || (last.keys.has(key) && key !== 'sqlMessage')) return false
  last.keys.add(key)
  return true
}

/** What stands before a sentence: the rest of its document; of an error that is told by its parent only, its own frames. */
function before(pending: Line[], last: Section | undefined, sentence: Sentence, line: Line) {
  const isHead = ({ text, document }: Line) =>
    line.document !== undefined
      ? document === line.document
      : keyOf(sentence) !== '' && (frameIn(text) !== undefined || /^\s*at |^\s*\w+: .*,$/.test(text))
  const start = pending.findLastIndex((one) => !isHead(one)) + 1
  const head = pending.slice(start)
  last?.own.splice(last.own.length - head.length)
  return { head, earlier: pending.slice(0, start) }
}

function reportOf({ sentence, earlier, own }: Section): Report {
  const { fault, says, dialect, column, alias, table } = sentence
  const statements = column ? statementsFor(column, alias, own, earlier) : []
  const asked = statements.flatMap((one) => tablesAsked(one, alias))
  const unfiltered =
    column !== undefined && statements.length > 0 && statements.every((one) => isUnfiltered(one, column))
  return {
    fault,
    says,
    ...(dialect && { dialect }),
    ...(column && { column }),
    path: alias?.split('->') ?? [],
    tables: table ? [tableNamed(table)] : distinctTables(asked),
    proposed: column ? proposedIn(own, column) : [],
    ...(unfiltered && { unfiltered }),
    frames: own.flatMap(({ text }) => frameIn(text) ?? []),
    count: 1,
  }
}

/** The error's own SQL; else what was logged before it and asks for the column. */
function statementsFor(column: string, alias: string | undefined, own: Line[], earlier: Line[]): Statement[] {
  const asking = (lines: Line[]) =>
    lines
      .flatMap(({ text }) => statementIn(text) ?? [])
      .filter((one) => mentions(one, column) && tablesAsked(one, alias).length > 0)
  const logged = (line: Line) => LOGGED.test(line.text)
  const its = asking(own.filter((line) => !logged(line)))
  return its.length ? its : asking(earlier.filter(logged))
}

/** How Sequelize logs a statement: before it is sent, or, with `benchmark`, after. */
const LOGGED = /\bExecut(?:ing|ed) \([^)]*\):/

const PROPOSAL = /Perhaps you meant to reference (.+)/

export const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** PostgreSQL proposes what looks alike, `createdAt` too: only another spelling of the column counts. */
function proposedIn(lines: Line[], column: string): string[] {
  const names = lines.flatMap(({ text }) => {
    const [, columns = ''] = PROPOSAL.exec(text) ?? []
    return [...columns.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name.slice(name.lastIndexOf('.') + 1))
  })
  return [...new Set(names)].filter((name) => name !== column && spelling(name) === spelling(column))
}

function tableNamed(written: string): TableName {
  const dot = written.lastIndexOf('.')
  return dot > 0 ? { schema: written.slice(0, dot), name: written.slice(dot + 1) } : { name: written }
}

const distinctTables = (tables: TableName[]): TableName[] => [
  ...new Map(tables.map((table) => [JSON.stringify(table), table])).values(),
]
