/** Reads associations from decorators of sequelize-typescript and Sequelize 7: `@HasMany(() => Booking) bookings`. */

import { type Cls, type Node, originOf, siteOf } from '../ast'
import type { Association } from '../types'
import { isClass, isFunction, isRef } from '../values'
import type { endsIn } from './associations-ends'
import { isSequelizePackage } from './packages'
import type { Recorder } from './recorder'

const KINDS: Record<string, Association['kind']> = {
  HasMany: 'hasMany',
  HasOne: 'hasOne',
  BelongsTo: 'belongsTo',
  BelongsToMany: 'belongsToMany',
}

type Ends = ReturnType<typeof endsIn>

export function decoratedAssociations(recorder: Recorder, ends: Ends): Association[] {
  const classes = new Set(recorder.found.flatMap(({ cls }) => cls ?? []))
  return [...classes].flatMap((cls) =>
    membersOf(cls, recorder).flatMap(([member, owner]) =>
      (member.decorators ?? []).flatMap(
        (one: Node) => associationOf(one, member, { cls, owner }, ends, recorder) ?? [],
      ),
    ),
  )
}

/** Returns the members of a class and of its base classes. */
function membersOf(cls: Cls, { machine }: Pick<Recorder, 'machine'>): [Node, Cls][] {
  const own = cls.node.body.body.map((member: Node): [Node, Cls] => [member, cls])
  const parent = machine.force(cls.parent)
  return isClass(parent) ? [...own, ...membersOf(parent, { machine })] : own
}

function associationOf(
  decorator: Node,
  member: Node,
  { cls, owner }: { cls: Cls; owner: Cls },
  ends: Ends,
  { machine }: Recorder,
): Association | undefined {
  const call = decorator.expression
  if (call.type !== 'CallExpression' || !call.arguments.length) return undefined
  const callee = machine.force(machine.evaluate(call.callee, owner.scope))
  const kind =
    isRef(callee) && isSequelizePackage(callee.module) ? KINDS[callee.path.at(-1) ?? ''] : undefined
  if (!kind) return undefined
  const [given] = call.arguments
  const value = machine.force(machine.evaluate(given, owner.scope))
  const target = isFunction(value)
    ? machine.force(machine.call(value, [], undefined, siteOf(call, owner.scope, machine)))
    : value
  const [source, end] = [ends(cls, cls.node.id), ends(target, given.body ?? given)]
  if (!source || !end) return undefined
  const alias = String(member.key?.name ?? member.key?.value)
  const at = originOf(call, owner.scope.module.source)
  return { kind, source: source.ref, target: end.ref, alias, at }
}
