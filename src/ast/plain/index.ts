/**
 * DOOR. Reads plain files many times faster than Babel does, into the same tree: what can be told at a glance, and
 * nothing else. The block of a function is passed over, and read when somebody asks for it.
 */

import { beyondBounds } from '../size'
import { isOverflow, type Node } from '../source'
import { NOT_PLAIN } from './scanner'
import { Parser } from './statements'

/** Without `loc`, and without the types of TypeScript. */
export interface Plain {
  /** The Program node. */
  program: Node
  /** Blocks of functions, and objects, that nobody has asked for yet: whether they are JavaScript is not known. */
  passedOver(): string[]
}

/**
 * @param parse the whole text by Babel, as a Program; asked where a block that was passed over is not plain; undefined where it
 * does not parse, and such a block holds one node of the type Unparsed
 * @returns undefined: the file is not plain
 */
export function readPlain(text: string, file: string, parse: () => Node | undefined): Plain | undefined {
  if (!/\.[cm]?[jt]s$/i.test(file) || beyondBounds(text) !== undefined) return undefined
  let whole: { tree: Node | undefined } | undefined
  const block = (start: number) => {
    whole ??= { tree: parse() }
    return whole.tree && blockAt(start, whole.tree)
  }
  try {
    const parser = new Parser(text, /ts$/i.test(file), block)
    const program = parser.program()
    return { program, passedOver: () => parser.passedOver() }
  } catch (error) {
    if (error === NOT_PLAIN || isOverflow(error)) return undefined
    throw error
  }
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
