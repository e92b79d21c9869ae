/** Finds the class member of the attribute in the model's own class. */

import type { Model } from '../types'
import { classAt, memberAt, memberNamed } from './edits/member'
import { around, type Node, nodeAt, type Source, walk } from './edits/source'

export function ownMember(source: Source, model: Model): Node | undefined {
  const { member, deletedAtDecorator } = model.sites
  const at = member ?? deletedAtDecorator
  if (at) return memberAt(source, at)
  const own = ownClass(source, model)
  return own && typeof model.attribute === 'string' ? memberNamed(own, model.attribute) : undefined
}

/** The class around the definition, or else the class whose `init` is called. */
export function ownClass(source: Source, { origin, style }: Model): Node | undefined {
  if (style === 'define') return undefined
  const receiver = nodeAt(source, origin, /^CallExpression$/)?.callee.object
  return receiver?.type === 'Identifier'
    ? classNamed(source, receiver.name)
    : classAt(around(source, origin.span))
}

function classNamed(source: Source, name: string): Node | undefined {
  let found: Node | undefined
  walk(source.program, (node) => {
    if (found) return false
    if (/^Class(Declaration|Expression)$/.test(node.type) && node.id?.name === name) found = node
    if (
      node.type === 'VariableDeclarator' &&
      node.id.name === name &&
      node.init?.type === 'ClassExpression'
    ) {
      found = node.init
    }
  })
  return found
}
