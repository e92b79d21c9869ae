/** Loops: over what is known one by one, else once as a thing that may happen. */

import { truthy } from './choices'
import { itemsOf, keysOf } from './items'
import { type Completion, giveUp, list, type Machine, type RValue, type Scope } from './runtime'
import { functionScope, innerScope } from './scope'
import { type Node, originOf, unknownAt } from './source'

const normal: Completion = { type: 'normal' }

/** Turns of a loop that are taken. */
const MANY = 3000

export function forOf(node: Node, scope: Scope, m: Machine): Completion {
  const value = m.force(m.evaluate(node.right, scope))
  const keys = node.type === 'ForInStatement' ? keysOf(value) : undefined
  const items = keys ? list(keys) : node.type === 'ForInStatement' ? undefined : itemsOf(value, m)
  const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left
  const once = (item: RValue) => {
    const inside = innerScope(scope)
    const home = node.left.kind === 'var' ? functionScope(scope) : inside
    m.bind(pattern, item, home, node.left.type === 'VariableDeclaration')
    return m.execute([node.body], inside)
  }
  if (items && items.items.length > MANY) giveUp(m)
  for (const item of items?.items.slice(0, MANY) ?? []) {
    const done = once(item)
    if (leaves(done)) return afterLoop(done)
  }
  if (items && !items.open) return normal
  return perhaps(
    () => once(unknownAt(node.right, scope.module.source, 'the list is not known')),
    node,
    scope,
    m,
  )
}

const leaves = (done: Completion) =>
  done.type !== 'normal' && done.type !== 'continue' && done.type !== 'maybe'

const afterLoop = (done: Completion): Completion => (done.type === 'break' ? normal : done)

/** A body that may run any number of times. */
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
  const inside = innerScope(scope)
  if (node.init)
    node.init.type === 'VariableDeclaration' ? m.execute([node.init], inside) : m.evaluate(node.init, inside)
  return loop(node, inside, m, () => node.update && m.evaluate(node.update, inside))
}

export function whileLoop(node: Node, scope: Scope, m: Machine): Completion {
  return loop(node, scope, m, () => undefined)
}

function loop(node: Node, scope: Scope, m: Machine, next: () => unknown): Completion {
  for (let turn = 0; turn < MANY; turn++) {
    const asks = node.test && (turn > 0 || node.type !== 'DoWhileStatement')
    const test = asks ? truthy(m.force(m.evaluate(node.test, scope))) : true
    if (test === undefined) return perhaps(() => m.execute([node.body], innerScope(scope)), node, scope, m)
    if (!test || m.budget <= 0) return normal
    const done = m.execute([node.body], innerScope(scope))
    if (leaves(done)) return afterLoop(done)
    next()
  }
  giveUp(m)
  return normal
}
