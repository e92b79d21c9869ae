/** Finds associations whose foreign key cascades deletes. */

import { keyOf, type Node } from '../edits/source'
import { type ModelOf, modelOf } from './model-of'
import type { Opened } from './place'

/** Deleting a row of `from` deletes the rows of `to` that point to it. */
interface Cascade {
  from: ModelOf
  to: ModelOf
}

/** `Session.hasMany(Device, { onDelete: 'CASCADE' })`, `Device.belongsTo(Session, { onDelete: 'cascade' })` */
export function cascadeAt(node: Node, opened: Opened): Cascade | undefined {
  const method = /CallExpression$/.test(node.type) ? node.callee.property?.name : undefined
  if (!/^(hasMany|hasOne|belongsTo|belongsToMany)$/.test(method ?? '')) return undefined
  const [target, options] = node.arguments
  if (!deletes(options)) return undefined
  const [own, other] = [modelOf(node.callee.object, opened), modelOf(target, opened)]
  return method === 'belongsTo' ? { from: other, to: own } : { from: own, to: other }
}

const deletes = (options: Node | undefined): boolean =>
  options?.type === 'ObjectExpression' &&
  options.properties.some(
    (one: Node) =>
      one.type === 'ObjectProperty' &&
      keyOf(one) === 'onDelete' &&
      /^cascade$/i.test(String(one.value.value ?? '')),
  )
