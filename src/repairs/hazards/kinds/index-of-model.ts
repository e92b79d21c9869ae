/** `indexes: [{ unique: true, fields: ['email'], where: { deletedAt: null } }]` */

import { ownerOf } from '../../places/owner'
import { namesAttribute } from '../defined'
import { type HazardKind, PROPERTIES } from '../kind'

export const indexOfModel: HazardKind = {
  name: 'index',
  says: 'These indexes name a column that the model has no more: sync() fails on them where it is not there.',
  on: [...PROPERTIES, 'StringLiteral'],
  at(seen) {
    if (!namesAttribute(seen)) return undefined
    const owner = ownerOf(seen.node, seen.parents, seen)
    return owner?.defines && owner.keys.includes('indexes') ? { owner: owner.defines } : undefined
  },
}
