/** `defaultScope: { where: { deletedAt: null } }`, `scopes`, `addScope`, `@DefaultScope` */

import { ownerOf } from '../../places/owner'
import { definedClass, namesAttribute } from '../defined'
import { type HazardKind, PROPERTIES } from '../kind'

export const scope: HazardKind = {
  name: 'scope',
  says: 'These scopes name the deletion time: where there is no column, every query through them fails.',
  on: [...PROPERTIES, 'StringLiteral'],
  at(seen) {
    if (!namesAttribute(seen)) return undefined
    const owner = ownerOf(seen.node, seen.parents, seen)
    if (owner?.method === 'addScope') return { owner: owner.owner }
    if (owner?.defines && /^(defaultScope|scopes)$/.test(owner.keys.find((key) => /cope/.test(key)) ?? ''))
      return { owner: owner.defines }
    return definedClass(seen, /^(DefaultScope|Scopes)$/)
  },
}
