/** Whether V8 takes a text for JavaScript: many times faster than parsing it, and enough where nothing else is asked. */

import { Script } from 'node:vm'

/** Whether these blocks of functions, each with its braces, are JavaScript. false: a parser has to say whether anybody takes one. */
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
