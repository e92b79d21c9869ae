/** `Session.hasMany(Device, { onDelete: 'CASCADE' })`, `Device.belongsTo(Session, { onDelete: 'CASCADE' })` */

import { cascadeAt } from '../../places/association'
import { CALLS, type HazardKind } from '../kind'

export const cascade: HazardKind = {
  name: 'cascade',
  says: 'ON DELETE CASCADE happens for real now: with a row go the rows of other tables that point to it.',
  words: ['cascade'],
  on: CALLS,
  at({ node, ...opened }) {
    const found = cascadeAt(node, opened)
    return found && { owner: found.from }
  },
}
