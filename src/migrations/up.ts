/** Finds the `up` of a migration file. */

import path from 'node:path'
import { type Machine, type Node, type RValue, type Site, walk } from '../ast'
import { isChoice, isClass, isFunction, isHost, isObject, isRef, isUnknown } from '../values'

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
      if (isUnread(home) && /^\d/.test(path.win32.basename(file))) return [home, undefined]
      if (!isObject(home) && !isClass(home) && !isChoice(home)) continue
      const up = m.force(m.get(home, 'up', site))
      if (up !== undefined && mayMigrate(file, up)) return [up, home]
    }
  }
  return [undefined, undefined]
}

/** Whether the file exports what a package makes, or what cannot be evaluated. */
const isUnread = (exported: RValue): boolean => isUnknown(exported) || isRef(exported)

/** The functions that a package's wrapper gets: `up: inTransaction(async (queryInterface) => …)`. */
export const wrappedIn = (up: RValue): RValue[] => (isRef(up) ? (up.args ?? []).filter(isFunction) : [])

/** Whether an `up` does nothing: it calls only methods of Promise. */
export function doesNothing(up: RValue): boolean {
  if (!isFunction(up)) return false
  let calls = false
  walk(up.node.body, (node: Node) => {
    calls ||= node.type === 'CallExpression' && node.callee.object?.name !== 'Promise'
  })
  return !calls
}
