/** Executes loops: once per known item, or once as an undecided branch if the items are not known. */

import type { Unknown } from '../types'
import { cutOff } from './bounds'
import { truthy } from './choices'
import { type Written, watched } from './fork'
import { itemsOf, keysOf } from './items'
import { list } from './making'
import type { Completion, Machine, RValue, Scope } from './runtime'
import { functionScope, innerScope } from './scope'
import { type Node, originOf, unknownAt } from './source'

const normal: Completion = { type: 'normal' }

/** The most turns of a loop that are executed. */
const MANY = 3000

export function forOf(node: Node, scope: Scope, m: Machine): Completion {
  const value = m.force(m.evaluate(node.right, scope))
  const keys = node.type === 'ForInStatement' ? keysOf(value) : undefined
  const items = keys ? list(keys) : node.type === 'ForInStatement' ? undefined : itemsOf(value, m)
  const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left
  const once = (item: RValue) => {
    const inside = innerScope(scope, m)
    const home = node.left.kind === 'var' ? functionScope(scope) : inside
    m.bind(pattern, item, home, node.left.type === 'VariableDeclaration')
    return m.execute([node.body], inside)
  }
  const more = (why: string) =>
    perhaps(() => once(unknownAt(node.right, scope.module.source, why)), node, scope, m)
  const isLong = items !== undefined && items.items.length > MANY
  const turns = (): Completion | undefined => {
    for (const item of items?.items.slice(0, MANY) ?? []) {
      const done = once(item)
      if (leaves(done, scope)) return afterLoop(done)
    }
    return undefined
  }
  if (isLong) return longLoop(turns, () => more(TOO_LONG), node, scope, m)
  return turns() ?? (items && !items.open ? normal : more('the list is not known'))
}

/** Whether the turn ends the loop; `continue` with the label of an outer loop does. */
const leaves = (done: Completion, { label }: Scope): boolean =>
  done.type === 'continue'
    ? done.label !== undefined && done.label !== label
    : done.type !== 'normal' && done.type !== 'maybe'

const afterLoop = (done: Completion): Completion => (done.type === 'break' && !done.label ? normal : done)

/** Runs a loop body as an undecided branch, since it may run any number of times. */
function perhaps(run: () => Completion, node: Node, scope: Scope, m: Machine): Completion {
  const body = () => afterLoop(run())
  const done = m.fork(
    [
      { when: 'the loop runs', run: body },
      { when: 'the loop does not run', run: () => normal },
    ],
    originOf(node, scope.module.source),
  )
  return done.type === 'return' || done.type === 'throw' ? normal : done
}

export function forLoop(node: Node, scope: Scope, m: Machine): Completion {
  const inside = innerScope(scope, m)
  if (node.init)
    node.init.type === 'VariableDeclaration' ? m.execute([node.init], inside) : m.evaluate(node.init, inside)
  return loop(
    node,
    { ...inside, label: scope.label },
    m,
    () => node.update && m.evaluate(node.update, inside),
  )
}

export function whileLoop(node: Node, scope: Scope, m: Machine): Completion {
  return loop(node, scope, m, () => undefined)
}

function loop(node: Node, scope: Scope, m: Machine, next: () => unknown): Completion {
  const once = () => m.execute([node.body], innerScope(scope, m))
  const turns = (): Completion | undefined => {
    for (let turn = 0; turn < MANY; turn++) {
      const asks = node.test && (turn > 0 || node.type !== 'DoWhileStatement')
      const test = asks ? truthy(m.force(m.evaluate(node.test, scope))) : true
      if (test === undefined) return perhaps(once, node, scope, m)
      if (!test || m.budget <= 0) return normal
      const done = once()
      if (leaves(done, scope)) return afterLoop(done)
      next()
    }
    return undefined
  }
  return longLoop(turns, () => perhaps(once, node, scope, m), node, scope, m)
}

const TOO_LONG = 'a loop goes on for longer than it is followed'

/**
 * If a loop exceeds the limit, all that it wrote becomes unknown. The body then runs once more as an undecided
 * branch, and reading continues after the loop.
 *
 * @param turns returns undefined if the loop exceeds the limit
 */
function longLoop(
  turns: () => Completion | undefined,
  more: () => Completion,
  node: Node,
  scope: Scope,
  m: Machine,
): Completion {
  const first = watched(turns, m)
  if (first.done) return first.done
  const why = unknownAt(node, scope.module.source, TOO_LONG)
  forget(first.written(), why, m)
  if (m.hosts.runCallbacks) {
    // These hosts count a possible effect as done, so no extra run can stand in for the late turns.
    cutOff(why.at.file, TOO_LONG, m, why.at)
    return normal
  }
  const last = watched(more, m)
  forget(last.written(), why, m)
  return last.done
}

/** Makes all written names, keys and lists unknown. */
function forget({ slots, lists }: Written, why: Unknown, m: Machine): void {
  for (const { map, key } of slots) {
    const slot = map.get(key)
    if (!slot || 'value' in slot) m.write(map, key, { at: why.at, valueAt: why.at, ...slot, value: why })
  }
  for (const list of lists) list.open ??= why
}
