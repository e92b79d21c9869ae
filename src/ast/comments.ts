/** Finds comments, and the code that each of them speaks of: what begins behind it, or stands before it on its line. */

import type { Origin } from '../types'
import { type Node, originOf, parseFile, type Source, walk } from './source'

export interface Comment {
  /** The lines without the comment's own signs: slashes, stars and the blanks around them. */
  lines: { text: string; at: Origin }[]
  /** The outermost node that begins behind the comment, or the class whose head holds it: [start, end). */
  above?: Origin['span']
  /** The line of the comment, if code stands before it there. */
  beside?: number
}

/**
 * Returns the comments that match.
 * @throws SyntaxFault if the text does not parse
 */
export function commentsIn(text: string, file: string, pattern: RegExp): Comment[] {
  const tree = parseFile(text, file)
  const source: Source = { file, text, program: tree.program }
  const all: Node[] = tree.comments ?? []
  const nodes = startsOf(source.program)
  return all
    .filter(({ value }) => pattern.test(value))
    .map((comment) => ({
      lines: linesOf(comment, source),
      ...spokenOf(comment, all, nodes, source),
    }))
}

/** The outermost node at each offset, and every class. */
interface Starts {
  at: Map<number, Node>
  classes: Node[]
}

function startsOf(program: Node): Starts {
  const starts: Starts = { at: new Map(), classes: [] }
  walk(program, (node) => {
    if (node === program) return
    if (!starts.at.has(node.start)) starts.at.set(node.start, node)
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') starts.classes.push(node)
  })
  return starts
}

function spokenOf(
  { start, end }: Node,
  comments: Node[],
  { at, classes }: Starts,
  { text }: Source,
): Pick<Comment, 'above' | 'beside'> {
  const next = nextCode(text, end, comments)
  const before = text.slice(lineStart(text, start), start).replace(/^\ufeff/, '')
  const isBeside = before.trim() !== '' && !/^\s*[{([,;]\s*$/.test(before)
  const isLast = /[\r\n\u2028\u2029]/.test(text.slice(end, next))
  const node = at.get(next) ?? classes.find((one) => one.start < start && end <= one.body.start)
  return {
    ...(node && !(isBeside && isLast) && { above: [node.start, node.end] as const }),
    ...(isBeside && { beside: lineNumber(text, start) }),
  }
}

/** The offset of the first code behind `from`; blanks, commas and comments are passed over. */
function nextCode(text: string, from: number, comments: Node[]): number {
  let at = from
  for (;;) {
    while (at < text.length && /[\s,;]/.test(text[at] ?? '')) at++
    const comment = comments.find(({ start }) => start === at)
    if (!comment) return at
    at = comment.end
  }
}

const BREAKS = /\r\n|[\n\r\u2028\u2029]/

const lineStart = (text: string, at: number): number =>
  Math.max(...['\n', '\r', '\u2028', '\u2029'].map((sign) => text.lastIndexOf(sign, at - 1))) + 1

const lineNumber = (text: string, at: number): number => text.slice(0, at).split(BREAKS).length

function linesOf({ start, end, type }: Node, source: Source): Comment['lines'] {
  const inner = type === 'CommentBlock' ? [start + 2, end - 2] : [start + 2, end]
  const [from = start, to = end] = inner
  const lines: Comment['lines'] = []
  let at = from
  for (const part of source.text.slice(from, to).split(/(\r\n|[\n\r\u2028\u2029])/)) {
    const [, margin = '', text = ''] = /^([\s/*]*)([\s\S]*?)\s*$/.exec(part) ?? []
    if (text) {
      const first = at + margin.length
      const place = { type: '', start: first, end: first + text.length }
      lines.push({ text, at: originOf(place, source) })
    }
    at += part.length
  }
  return lines
}
