/** `Session.destroy({ where })`, `session.destroy()`, `Session.truncate()` */

import type { Node } from '../../edits/source'
import { modelOf } from '../../places/model-of'
import { CALLS, calledMethod, type HazardKind, says } from '../kind'

export const destroy: HazardKind = {
  name: 'destroy',
  says: 'Rows are deleted here for good now.',
  words: ['destroy', 'truncate'],
  on: CALLS,
  at({ node, ...opened }) {
    const call = calledMethod(node)
    if (!call || !/^(destroy|truncate)$/.test(call.method) || isForced(node)) return undefined
    const found = modelOf(call.on, opened)
    // Streams, web sessions and other objects have truncate() and destroy() too.
    return call.method === 'truncate' && !found ? undefined : { owner: found }
  },
}

/** `force: true` deleted rows for good before, too. */
const isForced = ({ arguments: [options] }: Node): boolean => says(options, 'force', true)
