/** Parses JavaScript and TypeScript in all common dialects, and locates nodes in the text. */

import type { ParseError, ParserOptions, ParserPlugin } from '@babel/parser'
import { asError } from '../errors'
import type { Origin, Unknown } from '../types'
import { asFault, isOverflow, ReadingFault, SyntaxFault, startOf } from './faults'
import { beyondBounds } from './size'

/** A node of Babel's syntax tree. */
export interface Node {
  type: string
  start: number
  end: number
  // biome-ignore lint/suspicious/noExplicitAny: the fields differ from type to type; readers know what they ask for.
  [field: string]: any
}

export interface Source {
  file: string
  text: string
  /** The Program node. */
  program: Node
}

/** Loads Babel at its first use: a helper process loads this file and seldom parses anything. */
const babel = (): Babel => require('@babel/parser')

interface Babel {
  parse(text: string, options: ParserOptions): Node & { errors?: ParseError[] }
  parseExpression(text: string, options: ParserOptions): Node
}

const common: ParserPlugin[] = ['decorators-legacy', 'decoratorAutoAccessors', 'explicitResourceManagement']

/** The dialects to try for a file, likeliest first. */
function dialectsOf(file: string): ParserPlugin[][] {
  if (/\.[mc]?ts$/i.test(file)) return [['typescript'], ['typescript', 'jsx']]
  if (/\.tsx$/i.test(file)) return [['typescript', 'jsx']]
  return [['jsx', 'flow'], ['typescript'], [['flow', { all: true }], 'jsx']]
}

const options = (plugins: ParserPlugin[]): ParserOptions => ({
  sourceType: 'unambiguous',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  attachComment: false,
  plugins: [...common, ...plugins],
})

/**
 * Parses a text. Offsets in the tree are offsets in the text, even with tabs, CRLF and a byte-order mark.
 * @throws SyntaxFault, with the place, if the text parses in no dialect
 */
export function parseSource(text: string, file: string): Source {
  return { file, text, program: parseFile(text, file).program }
}

/**
 * Parses a text into Babel's File node.
 *
 * @param also further Babel options, such as `tokens` for a printer
 * @throws SyntaxFault
 */
export function parseFile(text: string, file: string, also: ParserOptions = {}): Node {
  checkBounds(text, file)
  let first: unknown
  for (const plugins of dialectsOf(file)) {
    try {
      return babel().parse(text, { ...options(plugins), ...also })
    } catch (error) {
      first ??= error
    }
  }
  const tolerated = recovered(text, file, also)
  if (tolerated) return tolerated
  throw faultOf(first, file)
}

/** @throws ReadingFault */
function checkBounds(text: string, file: string): void {
  const beyond = beyondBounds(text)
  if (beyond) throw new ReadingFault(beyond, startOf(file))
}

/** Parses despite errors that compilers tolerate: a name that is declared twice, a misplaced modifier. */
function recovered(text: string, file: string, also: ParserOptions): Node | undefined {
  const isTolerated = /\.[mc]?tsx?$/i.test(file) ? isTolerable : isDeclaredTwice
  for (const plugins of dialectsOf(file)) {
    try {
      const parse = () => babel().parse(text, { ...options(plugins), ...also, errorRecovery: true })
      const tree = withFewErrors(parse)
      if (tree.errors?.every(isTolerated)) return tree
    } catch {
      // This dialect cannot recover either.
    }
  }
  return undefined
}

/** Whoever tolerates more slips in a file than these does not compile it. */
const MOST_ERRORS = 1000

/**
 * Babel has no bound of its own: of a label within itself it makes an error for each pair. It makes them by the
 * global SyntaxError, which counts here for as long as the parsing takes.
 * @throws once there are too many
 */
function withFewErrors<T>(parse: () => T): T {
  const own = globalThis.SyntaxError
  let count = 0
  globalThis.SyntaxError = class extends own {
    constructor(...given: ConstructorParameters<typeof own>) {
      if (++count > MOST_ERRORS) throw new Error('too many errors')
      super(...given)
    }
  } as typeof own
  try {
    return parse()
  } finally {
    globalThis.SyntaxError = own
  }
}

const isDeclaredTwice = ({ reasonCode }: ParseError): boolean => /Redeclaration$/.test(reasonCode)

const isTolerable = ({ reasonCode, syntaxPlugin }: ParseError): boolean =>
  syntaxPlugin === 'typescript' ||
  /Redeclaration$|^Duplicate|^Strict|^ModuleExportUndefined$/.test(reasonCode)

/** Parses a single expression, such as a JSON document. @throws SyntaxFault */
export function parseValue(text: string, file: string): Source {
  checkBounds(text, file)
  try {
    return { file, text, program: babel().parseExpression(text, options([])) }
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** A Babel error, with its place. */
interface BabelError extends Error {
  loc?: { line: number; column: number }
  pos?: number
}

function faultOf(error: unknown, file: string): SyntaxFault {
  if (isOverflow(error)) return asFault(error, file)
  const { message, loc, pos = 0 }: BabelError = asError(error)
  const at = { file, line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1, span: [pos, pos] as const }
  return new SyntaxFault(
    message
      .replace(/\s*\(\d+:\d+\)\s*$/, '')
      .split('\n', 1)
      .join(),
    at,
  )
}

export function originOf({ start, end }: Node, source: Source): Origin {
  const starts = linesOf(source)
  const line = countUpTo(start, starts)
  return { file: source.file, line, column: start - (starts[line - 1] ?? 0) + 1, span: [start, end] }
}

const lines = new WeakMap<Source, number[]>()

/** The offset of each line's start. */
function linesOf(source: Source): number[] {
  const known = lines.get(source)
  if (known) return known
  const starts = ODD_LINES.test(source.text) ? startsByPattern(source.text) : startsOf(source.text)
  lines.set(source, starts)
  return starts
}

const ODD_LINES = /\r(?!\n)|[\u2028\u2029]/

function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const startsByPattern = (text: string): number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n?|[\n\u2028\u2029]/g), ({ 0: end, index }) => index + end.length),
]

/** Counts the offsets up to and including `offset`; `offsets` must be ascending. */
function countUpTo(offset: number, offsets: number[]): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one of the offsets lies within the node; `offsets` must be ascending. */
export function holdsOne({ start, end }: Node, offsets: number[]): boolean {
  const first = offsets[countUpTo(start - 1, offsets)]
  return first !== undefined && first < end
}

/** The node's source text, on one line and shortened. */
export function textOf(node: Node, source: Source): string {
  const text = source.text.slice(node.start, Math.min(node.end, node.start + 200)).replace(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

export const unknownAt = (node: Node, source: Source, why: string): Unknown => ({
  kind: 'unknown',
  text: textOf(node, source),
  at: originOf(node, source),
  why,
})

const skipped = new Set([
  'loc',
  'start',
  'end',
  'type',
  'extra',
  'range',
  'typeAnnotation',
  'typeParameters',
  'returnType',
])

/** Visits a node and its descendants, outermost first; `visit` returns false to skip a node's descendants. */
export function walk(
  node: Node,
  visit: (node: Node, parents: Node[]) => boolean | void,
  parents: Node[] = [],
): void {
  if (visit(node, parents) === false) return
  parents.push(node)
  for (const field in node) {
    if (skipped.has(field)) continue
    const child = node[field]
    if (Array.isArray(child)) {
      for (const item of child) if (item && typeof item.type === 'string') walk(item, visit, parents)
    } else if (child && typeof child.type === 'string') walk(child, visit, parents)
  }
  parents.pop()
}
