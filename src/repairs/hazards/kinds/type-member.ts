/** `declare deletedAt: Date`, `interface SessionAttributes { deletedAt?: Date }` */

import type { HazardKind } from '../kind'

export const typeMember: HazardKind = {
  name: 'type',
  says: 'These types promise an attribute that is gone.',
  on: ['ClassProperty', 'TSPropertySignature'],
  at({ node, parents, models, classes, sought }) {
    const name = node.key?.name ?? node.key?.value
    if (typeof name !== 'string' || !sought.attributes.has(name)) return undefined
    if (node.type === 'TSPropertySignature') return models.length === 1 ? { owner: models[0] } : undefined
    if (node.type !== 'ClassProperty' || node.value || node.decorators?.length) return undefined
    const home = parents.findLast(({ type }) => /^Class(Declaration|Expression)$/.test(type))
    return home && classes.has(home.start) ? { owner: classes.get(home.start) } : undefined
  },
}
