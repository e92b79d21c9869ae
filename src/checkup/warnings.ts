/** Reports settings that sequelize-cli reads differently from how they are written. */

import type { Trap } from './trap'

export const warnings: Trap = {
  subject: 'connection',
  look: ({ live }) => (live?.warnings ?? []).map((says) => ({ state: 'failed', says })),
}
