/** Whether V8 takes a text for JavaScript: many times faster than parsing it, and enough where nothing else is asked. */

import { Script } from 'node:vm'

/** Statements that only a module has; what stands behind them is as good without. */
const MODULE =
  /^[ \t]*(?:import\s[^'"`;]*?from\s*(['"])[^'"\n]*\1|import\s*(['"])[^'"\n]*\2|export\s+(?:default\s+)?)/gm

/** false: V8 does not take it, and a parser has to say whether anybody does. */
export const isJavaScript = (text: string): boolean =>
  compiles(`(async () => {${text.replace(/^#!.*/, '').replace(MODULE, '')}\n})`)

/** The same of the blocks of functions, each with its braces. */
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
