/** `where: { deletedAt: null }`, `order: [['deletedAt', 'DESC']]`, `session.deletedAt` */

import type { Node } from '../../edits/source'
import { type ModelOf, modelOf } from '../../places/model-of'
import { ownerOf } from '../../places/owner'
import { type HazardKind, type NodeInContext, PROPERTIES } from '../kind'

export const attribute: HazardKind = {
  name: 'attribute',
  says: 'These name the deletion time, which is not kept any more; a query that does fails where there is no column.',
  on: [...PROPERTIES, 'StringLiteral', 'MemberExpression', 'OptionalMemberExpression'],
  at(seen) {
    const { node } = seen
    if (/MemberExpression$/.test(node.type)) return readOf(seen)
    const isKey = /^Object(Property|Method)$/.test(node.type) && names(node.key, seen) && !node.computed
    if (isKey && seen.parents.at(-1)?.type === 'ObjectPattern') return { owner: modelRead(seen) }
    return isKey || isText(seen) ? writtenIn(seen) : undefined
  },
}

/** `deletedAt`, `'Session.deletedAt'`, `'$sessions.deletedAt$'` */
const names = (node: Node, { sought }: NodeInContext): boolean => {
  const text: unknown = node.name ?? node.value
  return typeof text === 'string' && sought.attributes.has(text.replace(/^\$|\$$/g, '').replace(/^.*\./, ''))
}

/** A text that names the attribute and is not a key. */
const isText = (seen: NodeInContext): boolean => {
  const parent = seen.parents.at(-1)
  const isKey = parent?.key === seen.node && !parent.computed
  return seen.node.type === 'StringLiteral' && !isKey && names(seen.node, seen)
}

const readOf = (seen: NodeInContext): { owner: ModelOf } | undefined =>
  names(seen.node.property, seen) ? { owner: modelOf(seen.node.object, seen) } : undefined

/** `const { deletedAt } = session` */
function modelRead(seen: NodeInContext): ModelOf {
  const declared = seen.parents.findLast(({ type }) => type === 'VariableDeclarator')
  return declared && modelOf(declared.init, seen)
}

/** Other kinds report places in a definition (scope, index), or the places disappear with paranoid. */
function writtenIn(seen: NodeInContext): { owner: ModelOf } | undefined {
  const owner = ownerOf(seen.node, seen.parents, seen)
  const other = ofAlias(seen) ?? ofNeighbour(seen)
  if (other && !owner?.defines) return { owner: other }
  if (owner?.defines || /^(define|init|addScope|addHook|query)$/.test(owner?.method ?? '')) return undefined
  if (!owner && seen.node.type === 'StringLiteral') return undefined
  return { owner: owner?.owner }
}

/** `'$sessions.deletedAt$'` in a query of another model. */
function ofAlias({ node, known }: NodeInContext): ModelOf {
  const text: unknown = node.key ? (node.key.value ?? '') : node.value
  const [, alias] = typeof text === 'string' ? (/^\$?(?:.*\.)?(\w+)\.\w+\$?$/.exec(text) ?? []) : []
  return alias ? known.like(alias) : undefined
}

/** `order: [[Session, 'deletedAt', 'DESC']]`, `[{ model: Session, as: 'sessions' }, 'deletedAt']` */
function ofNeighbour(seen: NodeInContext): ModelOf {
  const list = seen.parents.at(-1)
  const before: Node | null =
    list?.type === 'ArrayExpression' && list.elements[list.elements.indexOf(seen.node) - 1]
  if (!before) return undefined
  const model = before.properties?.find((one: Node) => one.key?.name === 'model')?.value
  const found = modelOf(model ?? before, seen)
  return found === 'other' ? undefined : found
}
