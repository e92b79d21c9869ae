/** The parser of these transforms for jscodeshift; like the tool's own, it accepts decorators before `export`. */

import { parseFile } from '../src/ast/source'

/** A tree of Babel; its type, like ours of it, is open. */
interface Parser {
  // biome-ignore lint/suspicious/noExplicitAny: jscodeshift takes it for its own ASTNode, which we do not import.
  parse(text: string): any
}

export const parser: Parser = {
  parse: (text) => parseFile(text, 'model.js', { tokens: true }),
}
