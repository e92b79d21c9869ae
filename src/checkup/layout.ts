/** Folders that are named and not there. */

import type { Trap } from './trap'

export const layout: Trap = {
  subject: 'folders',
  look: ({ notes }) => notes.map((says) => ({ state: 'failed', says })),
}
