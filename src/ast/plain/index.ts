/**
 * DOOR. Reads plain files many times faster than Babel does, into the same tree: what can be told at a glance, and
 * nothing else. The block of a function is passed over, and read when somebody asks for it.
 */

import type { Node } from '../source'
import { NOT_PLAIN } from './scanner'
import { Parser } from './statements'

/**
 * @param parse the whole text by Babel, as a Program; asked where a block that was passed over is not plain
 * @returns the Program node, without `loc` and without the types of TypeScript, and the blocks that were passed over: whether they
 *   are JavaScript is not known yet; undefined: the file is not plain
 */
export function readPlain(
  text: string,
  file: string,
  parse: () => Node,
): { program: Node; blocks: string[] } | undefined {
  if (!/\.[cm]?[jt]s$/i.test(file)) return undefined
  let whole: Node | undefined
  const block = (start: number) => blockAt(start, (whole ??= parse()))
  try {
    const parser = new Parser(text, /ts$/i.test(file), block)
    const program = parser.program()
    return { program, blocks: parser.folded.map(({ start, end }) => text.slice(start, end)) }
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
