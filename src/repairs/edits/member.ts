/** Finds, adds and removes class members and their decorators. */

import type { Origin } from '../../types'
import { beforeOnLine, breakAt, indentAt, isBlank, lineStart, nextLine, quietAfter } from './lines'
import type { List } from './list'
import { remove } from './removal'
import { around, insert, keyOf, type Node, type Replace, replace, type Source } from './source'

/** The class member at or around a place. */
export const memberAt = (source: Source, at: Origin): Node | undefined =>
  around(source, at.span).findLast((node) =>
    /^(Class(Private|Accessor)?Property|ClassMethod|TSDeclareMethod)$/.test(node.type),
  )

/** The innermost class. */
export const classAt = (above: Node[]): Node | undefined =>
  above.findLast((node) => /^Class(Declaration|Expression)$/.test(node.type))

export const memberNamed = (cls: Node, name: string): Node | undefined =>
  cls.body.body.find((one: Node) => /Property$/.test(one.type) && !one.static && keyOf(one) === name)

/** The local name of a decorator: `DeletedAt` in `@DeletedAt()` and in `@ST.DeletedAt`. */
export function decoratorName(decorator: Node): string | undefined {
  const { expression } = decorator
  const callee: Node = expression.type === 'CallExpression' ? expression.callee : expression
  return callee.type === 'MemberExpression' ? callee.property.name : callee.name
}

/** The imported name that a decorator needs: `ST` in `@ST.DeletedAt`. */
export function decoratorRoot(decorator: Node): string | undefined {
  let node: Node = decorator.expression
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') node = node.callee ?? node.object
  return node.name
}

export function removeMember(source: Source, member: Node): Replace[] {
  const body = around(source, [member.start, member.end]).findLast((node) => node.type === 'ClassBody')
  if (!body) return []
  const list: List = { source, items: body.body, open: body.start + 1, close: body.end - 1 }
  return remove(list, [member])
}

/** Removes the whole line if the decorator stands alone on it. */
export function removeDecorator(source: Source, decorator: Node): Replace {
  const { text } = source
  const { start, end } = decorator
  if (isBlank(beforeOnLine(text, start)) && quietAfter(text, end)) {
    return replace(source, lineStart(text, start), nextLine(text, end), '')
  }
  return replace(source, start, text.length - text.slice(end).trimStart().length, '')
}

/** Adds a decorator before the others, in the layout of the first one. */
export function addDecorator(source: Source, member: Node, decorator: string): Replace {
  const { text } = source
  const first: Node | undefined = member.decorators?.[0]
  const inline = first && !quietAfter(text, first.end)
  const gap = inline ? ' ' : breakAt(text, member.start) + indentAt(text, member.start)
  return insert(source, member.start, decorator + gap)
}
