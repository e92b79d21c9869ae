/**
 * DOOR. Reads plain JavaScript many times faster than Babel does, into the same tree: what can be told at a glance, and
 * nothing else. The block of a function is passed over, and read when somebody asks for it.
 */

import { beyondBounds } from '../size'
import type { Node } from '../source'
import { assignment, expression, operand } from './expressions'
import { passedOver, unlessOdd } from './lazy'
import { program, wholeBlock } from './statements'
import { type Grammar, Kind, type Tokens } from './tokens'

/** Without `loc`. */
export interface Plain {
  /** The Program node. */
  program: Node
  /** Blocks of functions, and objects, that nobody has asked for yet: whether they are JavaScript is not known. */
  passedOver(): string[]
}

const grammar: Grammar = { expression, assignment, operand, wholeBlock }

/** A lone carriage return and the separators of Unicode end lines as well: they are rare, and not plain. */
const ODD_LINES = /\r(?!\n)|[\u2028\u2029]|<!--|-->/

/**
 * @param parse the whole text by Babel, as a Program; asked where a block that was passed over is not plain; undefined where it
 * does not parse, and such a block holds one node of the type Unparsed
 * @returns undefined: the file is not plain
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

/** The block, or the object, of Babel's tree that begins there. */
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
