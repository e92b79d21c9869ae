/** `session.restore()`, `Session.restore({ where })`, `session.isSoftDeleted()` */

import { modelOf } from '../../places/model-of'
import { CALLS, calledMethod, type HazardKind } from '../kind'

export const restore: HazardKind = {
  name: 'restore',
  says: 'These calls throw now: "Model is not paranoid".',
  words: ['restore', 'isSoftDeleted'],
  on: CALLS,
  at({ node, ...opened }) {
    const call = calledMethod(node)
    if (!call || !/^(restore|isSoftDeleted)$/.test(call.method)) return undefined
    return { owner: modelOf(call.on, opened) }
  },
}
