/** Checks with V8 whether a text is valid JavaScript, which is many times faster than parsing it. */

import { Script } from 'node:vm'

/** Whether these function blocks, with braces, are valid JavaScript. If not, a parser has to check other dialects. */
export function areBlocks(blocks: string[]): boolean {
  const members = blocks.map((block, index) =>
    /\bsuper\s*\(/.test(block)
      ? `[class extends Object { constructor() ${block} }]() {}`
      : `async m${index}() ${block}`,
  )
  return compiles(`(class extends Object { ${members.join('\n')} })`)
}

function compiles(code: string): boolean {
  try {
    new Script(code)
    return true
  } catch {
    return false
  }
}
