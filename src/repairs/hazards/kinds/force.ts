/** `destroy({ force: true })` */

import { modelOf } from '../../places/model-of'
import { CALLS, calledMethod, type HazardKind, isForced } from '../kind'

export const force: HazardKind = {
  name: 'force',
  says: 'force: true makes no difference any more: every destroy() deletes for good.',
  words: ['force'],
  on: CALLS,
  at({ node, ...opened }) {
    const call = calledMethod(node)
    if (!call || !/^(destroy|truncate)$/.test(call.method)) return undefined
    return isForced(node.arguments[0]) ? { owner: modelOf(call.on, opened) } : undefined
  },
}
