/** The parser of these transforms for jscodeshift; like the tool's own, it accepts decorators before `export`. */

import { parseFile } from '../src/ast/source'

export const parser = {
  parse: (text: string) => parseFile(text, 'model.js', { tokens: true }),
}
