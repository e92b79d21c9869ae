/**
 * DOOR. Parses plain JavaScript, a simple subset, into Babel's tree, many times faster than Babel. It skips function
 * blocks and parses each of them only on demand.
 */

import { beyondBounds } from '../size'
import type { Node } from '../source'
import { assignment, expression, operand } from './expressions'
import { passedOver, unlessOdd } from './lazy'
import { program, wholeBlock } from './statements'
import { type Grammar, Kind, type Tokens } from './tokens'

/** The result of the fast parser; its nodes have no `loc`. */
interface Plain {
  /** The Program node. */
  program: Node
  /** The function blocks and objects that are still unparsed, so that their syntax is unchecked. */
  passedOver(): string[]
}

const grammar: Grammar = { expression, assignment, operand, wholeBlock }

/** Rare line ends (a lone carriage return, Unicode separators) and HTML comments are not plain. */
const ODD_LINES = /\r(?!\n)|[\u2028\u2029]|<!--|-->/

/**
 * @param parse parses the whole text with Babel into a Program; called if a skipped block is not plain. If it returns
 * undefined, the text does not parse, and the block holds one node of type Unparsed
 * @returns undefined if the file is not plain
 */
export function readPlain(text: string, file: string, parse: () => Node | undefined): Plain | undefined {
  if (!/\.[cm]?js$/i.test(file) || ODD_LINES.test(text) || beyondBounds(text) !== undefined) return undefined
  let whole: { tree: Node | undefined } | undefined
  const readByBabel = (start: number) => {
    whole ??= { tree: parse() }
    return whole.tree && blockAt(start, whole.tree)
  }
  const t: Tokens = {
    text,
    grammar,
    readByBabel,
    blocks: new Map(),
    objects: new Map(),
    start: 0,
    end: 0,
    before: 0,
    kind: Kind.End,
    value: '',
    waits: true,
  }
  const tree = unlessOdd(() => program(t))
  return tree && { program: tree, passedOver: () => passedOver(t) }
}

/** The block or object in Babel's tree that begins at `start`. */
function blockAt(start: number, node: Node): Node | undefined {
  if (/^(BlockStatement|ObjectExpression)$/.test(node.type) && node.start === start) return node
  for (const field in node) {
    for (const child of [node[field]].flat()) {
      const isNode = child && typeof child.type === 'string' && typeof child.start === 'number'
      if (isNode && child.start <= start && start < child.end) {
        const found = blockAt(start, child)
        if (found) return found
      }
    }
  }
  return undefined
}
