/** `Session.destroy({ where })`, `session.destroy()`, `Session.truncate()` */

import { modelOf } from '../../places/model-of'
import { CALLS, calledMethod, type HazardKind, isForced } from '../kind'

export const destroy: HazardKind = {
  name: 'destroy',
  says: 'Rows are deleted here for good now.',
  words: ['destroy', 'truncate'],
  on: CALLS,
  at({ node, ...opened }) {
    const call = calledMethod(node)
    if (!call || !/^(destroy|truncate)$/.test(call.method)) return undefined
    // `force: true` deleted rows for good before, too.
    if (isForced(node.arguments[0])) return undefined
    const found = modelOf(call.on, opened)
    // Streams, web sessions and other objects have truncate() and destroy() too.
    return call.method === 'truncate' && !found ? undefined : { owner: found }
  },
}
