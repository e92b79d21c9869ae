/** The names of a block. */

import type { Node } from '../source'

/** What a statement declares for the block around it. */
export function namesOf({ type, id, declarations, specifiers, declaration, kind }: Node): string[] {
  switch (type) {
    case 'VariableDeclaration':
      return kind === 'var'
        ? []
        : (declarations as Node[]).flatMap((one) => (one.id.type === 'Identifier' ? [one.id.name] : []))
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return id ? [id.name] : []
    case 'ImportDeclaration':
      return (specifiers as Node[]).map(({ local }) => local.name)
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declaration ? namesOf(declaration) : []
    default:
      return []
  }
}
