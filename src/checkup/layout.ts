/** Reports configured folders that do not exist. */

import type { Trap } from './trap'

export const layout: Trap = {
  subject: 'folders',
  look: ({ notes }) => notes.map((says) => ({ state: 'failed', says })),
}
