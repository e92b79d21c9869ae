/** `hooks: { beforeRestore() {} }`, `Session.afterRestore(…)`, `addHook('beforeRestore', …)`, `@BeforeRestore` */

import { keyOf } from '../../edits/source'
import { modelOf } from '../../places/model-of'
import { definedAround } from '../../places/place'
import { decoratorName } from '../defined'
import { CALLS, calledMethod, type HazardKind, PROPERTIES } from '../kind'

const HOOK = /^(before|after)(Bulk)?Restore$/
const DECORATOR = /^(Before|After)(Bulk)?Restore$/

export const hook: HazardKind = {
  name: 'hook',
  says: 'Hooks of restore() never run again.',
  words: ['beforeRestore', 'afterRestore', 'beforeBulkRestore', 'afterBulkRestore'],
  on: [...PROPERTIES, ...CALLS, 'Decorator'],
  at({ node, parents, ...opened }) {
    if (/^Object(Property|Method)$/.test(node.type)) {
      if (!HOOK.test(keyOf(node) ?? '')) return undefined
      return { owner: definedAround([node.start, node.end], opened) }
    }
    if (node.type === 'Decorator' && DECORATOR.test(decoratorName(node))) {
      const home = parents.findLast(({ type }) => /^Class(Declaration|Expression)$/.test(type))
      return { owner: home && opened.classes.get(home.start) }
    }
    const call = calledMethod(node)
    if (!call) return undefined
    const name = /^(addHook|hook|addListener)$/.test(call.method) ? node.arguments[0]?.value : call.method
    return HOOK.test(name ?? '') ? { owner: modelOf(call.on, opened) } : undefined
  },
}
