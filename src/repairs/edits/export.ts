/** Tells whether other files can import a declaration. */

import type { Node, Source } from './source'

/** @param above the nodes around a place, outermost first */
export function isExported(source: Source, above: Node[]): boolean {
  const names = above
    .slice(0, 5)
    .flatMap((node) => (/Declarator|Declaration$/.test(node.type) && node.id?.name) || [])
  return source.program.body.some((statement: Node) => {
    if (/^Export/.test(statement.type) && statement.declaration && above.includes(statement)) return true
    return exportedNames(statement).some((name) => names.includes(name))
  })
}

/** The local names of an export: `export { a }`, `export default a`, `module.exports = { a }`, `exports.a = a`. */
function exportedNames(statement: Node): string[] {
  if (statement.type === 'ExportNamedDeclaration')
    return statement.specifiers.map((one: Node) => one.local?.name)
  if (statement.type === 'ExportDefaultDeclaration') return namesIn(statement.declaration)
  const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined
  return assignment?.type === 'AssignmentExpression' && isExports(assignment.left)
    ? namesIn(assignment.right)
    : []
}

function isExports(target: Node): boolean {
  if (target.type === 'Identifier') return target.name === 'exports'
  return (
    target.type === 'MemberExpression' && (target.property.name === 'exports' || isExports(target.object))
  )
}

function namesIn(value: Node): string[] {
  if (value.type === 'Identifier') return [value.name]
  if (value.type !== 'ObjectExpression') return []
  return value.properties.flatMap((one: Node) => namesIn(one.value ?? one.argument ?? one))
}
