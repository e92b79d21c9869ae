/** What sequelize-cli reads otherwise than it is written. */

import type { Trap } from './trap'

export const warnings: Trap = {
  subject: 'connection',
  look: ({ live }) => (live?.warnings ?? []).map((says) => ({ state: 'failed', says })),
}
