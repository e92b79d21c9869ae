/** Splits a text into errors: each message with its SQL, its hint and its frames. */

import type { Report, TableName } from '../types'
import { frameIn } from './frames'
import { type Line, plainLines } from './plain'
import { type Sentence, sentenceIn } from './sentences'
import { isUnfiltered, mentions, type Statement, statementIn, tablesOf } from './statement'

/** A message and the lines up to the next one. */
interface Section {
  sentence: Sentence
  document?: number
  /** The keys under which the error appears inside another one, each once. */
  keys: Set<string>
  /** Log lines before it. */
  earlier: Line[]
  own: Line[]
}

/** Every distinct error, in the order of first appearance. */
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
  let between: Line[] = []
  for (const [index, line] of lines.entries()) {
    const sentence = sentenceIn(line.text)
    if (!sentence) {
      between.push(line)
      continue
    }
    const last = sections.at(-1)
    const opensStack = between.length === 0 && isFrame(lines[index + 1])
    if (last && continues(last, sentence, line, opensStack)) last.own.push(...between, line)
    else sections.push(begun(sentence, line, between, last))
    between = []
  }
  const last = sections.at(-1)
  last?.own.push(...belonging(between, last))
  return sections
}

function begun(sentence: Sentence, line: Line, between: Line[], last: Section | undefined): Section {
  const start = headIn(between, sentence, line)
  const earlier = between.slice(0, start)
  last?.own.push(...belonging(earlier, last))
  const own = [...between.slice(start), line]
  return { sentence, document: line.document, keys: new Set([keyOf(sentence)]), earlier, own }
}

/** Tested from the end, so that a line with many frames takes linear time. */
function isFrame(line: Line | undefined): boolean {
  const text = line?.text ?? ''
  let end = text.length
  while (end > 0 && /[\s{]/.test(text[end - 1] ?? '')) end--
  return /[\d>)]/.test(text[end - 1] ?? '') && /(?:^|\s)at \S/.test(text.slice(0, end - 1))
}

/** Sequelize 6 omits the message from its stacks. */
const isNameless = ({ text }: Line): boolean => /(^|\s)Error:?\s*$/.test(text)

/** The lines up to the next stack trace, which has its own head; a JSON document stays whole. */
function belonging(lines: Line[], { document }: Section): Line[] {
  const [head] = lines
  const next = lines.findIndex((line, index) => {
    if (index === 0 || !isFrame(line) || isFrame(lines[index - 1])) return false
    return (
      !(index === 1 && head && isNameless(head)) && (document === undefined || line.document !== document)
    )
  })
  return next < 0 ? lines : lines.slice(0, next - 1)
}

/** `parent: error: …`, `[cause]: …`, `"sqlMessage": "…"` */
const NESTED =
  /\b(parent|original|cause|sqlMessage|stack)\b["'\]]{0,2}\s*[:=]\s*(?:[^:]{0,60}:){0,3}[^:]{0,20}$/

const keyOf = ({ before: text }: Sentence): string => NESTED.exec(text)?.[1] ?? ''

/**
 * Whether a message repeats the last error: its message, its stack, its parent and the driver's error are the same.
 * @param opensStack a stack trace follows directly, and nothing lies between this message and the last one
 */
function continues(last: Section, sentence: Sentence, line: Line, opensStack: boolean): boolean {
  if (last.sentence.says !== sentence.says) return false
  if (line.document !== undefined || last.document !== undefined) return line.document === last.document
  const key = keyOf(sentence)
  if (!key) return opensStack
  if (last.keys.has(key) && key !== 'sqlMessage') return false
  last.keys.add(key)
  return true
}

/** The start of an error before its message: its document or, if only the parent is shown, its frames. */
function headIn(between: Line[], sentence: Sentence, { document }: Line): number {
  const isNested = keyOf(sentence) !== ''
  const isHead = (one: Line) =>
    document !== undefined
      ? one.document === document
      : isNested && (isFrame(one) || /^\s*\w+: .*,$/.test(one.text))
  return between.findLastIndex((one) => !isHead(one)) + 1
}

function reportOf({ sentence, earlier, own }: Section): Report {
  const { fault, says, dialect, column, alias, table } = sentence
  const statements = column ? statementsFor(column, alias, own, earlier) : []
  const proposed = column ? proposedIn(own, column) : []
  const tables = statements.flatMap((one) => tablesOf(one, alias))
  const unfiltered =
    column !== undefined && statements.length > 0 && statements.every((one) => isUnfiltered(one, column))
  return {
    fault,
    says,
    ...(dialect && { dialect }),
    ...(column && { column }),
    path: (alias ?? onlyOne(proposed.map((one) => one.alias)))?.split('->') ?? [],
    tables: table ? [tableNamed(table)] : distinctTables(tables),
    proposed: [...new Set(proposed.map((one) => one.column))],
    ...(unfiltered && { unfiltered }),
    frames: own.flatMap(({ text }) => frameIn(text) ?? []),
    count: 1,
  }
}

/** The error's own SQL, or else logged statements before it that contain the column. */
function statementsFor(column: string, alias: string | undefined, own: Line[], earlier: Line[]): Statement[] {
  const asking = (lines: Line[]) =>
    lines
      .flatMap(({ text }) => statementIn(text) ?? [])
      .filter((one) => mentions(one, column) && tablesOf(one, alias).length > 0)
  const logged = (line: Line) => LOGGED.test(line.text)
  const its = asking(own.filter((line) => !logged(line)))
  return its.length ? its : asking(earlier.filter(logged))
}

/** Sequelize logs a statement before it is sent or, with `benchmark`, after it. */
const LOGGED = /\bExecut(?:ing|ed) \([^)]{0,200}\):/

const onlyOne = <T>(all: T[]): T | undefined => (new Set(all).size === 1 ? all[0] : undefined)

const PROPOSAL = /Perhaps you meant to reference (.+)/

export const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** PostgreSQL also proposes similar names such as `createdAt`; only another spelling of the column counts. */
function proposedIn(lines: Line[], column: string): { column: string; alias?: string }[] {
  const names = lines.flatMap(({ text }) => {
    const [, columns = ''] = PROPOSAL.exec(text) ?? []
    return [...columns.matchAll(/"([^"]+)"/g)].map(([, name = '']) => {
      const dot = name.lastIndexOf('.')
      return { column: name.slice(dot + 1), ...(dot > 0 && { alias: name.slice(0, dot) }) }
    })
  })
  return names.filter((one) => one.column !== column && spelling(one.column) === spelling(column))
}

function tableNamed(written: string): TableName {
  const dot = written.lastIndexOf('.')
  return dot > 0 ? { schema: written.slice(0, dot), name: written.slice(dot + 1) } : { name: written }
}

const distinctTables = (tables: TableName[]): TableName[] => [
  ...new Map(tables.map((table) => [JSON.stringify(table), table])).values(),
]
