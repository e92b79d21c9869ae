/** The parser of these transforms, for jscodeshift: reads what the tool itself reads, decorators before `export` included. */

import { parseFile } from '../src/ast/source'

export const parser = {
  parse: (text: string) => parseFile(text, 'model.js', { tokens: true }),
}
