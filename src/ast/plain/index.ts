/**
 * DOOR. Reads plain files many times faster than Babel does, into the same tree: what can be told at a glance, and
 * nothing else. The block of a function is passed over, and read when somebody asks for it.
 */

import type { Node } from '../source'
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
 * @param parse the whole text by Babel, as a Program; asked where a block that was passed over is not plain
 * @returns undefined: the file is not plain
 */
export function readPlain(text: string, file: string, parse: () => Node): Plain | undefined {
  if (!/\.[cm]?[jt]s$/i.test(file)) return undefined
  let whole: Node | undefined
  const block = (start: number) => blockAt(start, (whole ??= parse()))
  try {
    const parser = new Parser(text, /ts$/i.test(file), block)
    const program = parser.program()
    return { program, passedOver: () => parser.passedOver() }
  } catch (error) {
    if (error === NOT_PLAIN) return undefined
    throw error
  }
}

/** The block, or the object, of Babel's tree that begins there. */
function blockAt(start: number, node: Node): Node {
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
  return undefined as unknown as Node
}
