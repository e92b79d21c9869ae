/** Where a file keeps its `up`. */

import { type Fn, kindOf, type Machine, type Node, type Obj, type RValue, type Site, walk } from '../ast'

/** A file that is not named like a migration and exports an `up` that is no function is something else. */
const mayMigrate = (file: string, up: RValue): boolean =>
  kindOf(up) === 'function' || kindOf(up) === 'host' || /^\d/.test(file.split(/[\\/]/).pop()!)

/** `module.exports.up`, `export const up`, `export default { up }`, a class with a method `up`; with its `this`. */
export function upOf(file: string, m: Machine, site: Site): [up: RValue, self: RValue] {
  const exported = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const homes = [
    exported,
    kindOf(exported) === 'object' ? (exported as Obj).entries.get('default')?.value : undefined,
  ]
  for (const one of homes) {
    const found = m.force(one)
    for (const home of kindOf(found) === 'class' ? [found, m.construct(found, [], site)] : [found]) {
      if (!['object', 'class'].includes(kindOf(home))) continue
      const up = m.force(m.get(home, 'up', site))
      if (up !== undefined && mayMigrate(file, up)) return [up, home]
    }
  }
  return [undefined, undefined]
}

/** Whether an `up` plainly does nothing: no call stands in it but of Promise. */
export function doesNothing(up: RValue): boolean {
  if (kindOf(up) !== 'function') return false
  let calls = false
  walk((up as Fn).node.body, (node: Node) => {
    calls ||= node.type === 'CallExpression' && node.callee.object?.name !== 'Promise'
  })
  return !calls
}
