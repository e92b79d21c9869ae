/** Finds the `up` of a migration file. */

import path from 'node:path'
import { type Machine, type Node, type RValue, type Site, walk } from '../ast'
import { isClass, isFunction, isHost, isObject } from '../values'

/** Whether a file may be a migration: its `up` is a function, or its name begins with a digit. */
const mayMigrate = (file: string, up: RValue): boolean =>
  isFunction(up) || isHost(up) || /^\d/.test(path.win32.basename(file))

/** Returns `up` and its `this` from `module.exports.up`, `export const up`, `export default { up }` or a class. */
export function upOf(file: string, m: Machine, site: Site): [up: RValue, self: RValue] {
  const exported = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const homes = [exported, isObject(exported) ? exported.entries.get('default')?.value : undefined]
  for (const one of homes) {
    const found = m.force(one)
    for (const home of isClass(found) ? [found, m.construct(found, [], site)] : [found]) {
      if (!isObject(home) && !isClass(home)) continue
      const up = m.force(m.get(home, 'up', site))
      if (up !== undefined && mayMigrate(file, up)) return [up, home]
    }
  }
  return [undefined, undefined]
}

/** Whether an `up` does nothing: it calls only methods of Promise. */
export function doesNothing(up: RValue): boolean {
  if (!isFunction(up)) return false
  let calls = false
  walk(up.node.body, (node: Node) => {
    calls ||= node.type === 'CallExpression' && node.callee.object?.name !== 'Promise'
  })
  return !calls
}
