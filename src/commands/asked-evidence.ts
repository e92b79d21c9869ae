/** Gathers evidence beside the files only where an option asks for it. */

import { withEvidence as gatherEvidence } from './evidence'

/** Without such an option no code for databases or child processes is loaded. */
export const withEvidence: typeof gatherEvidence = (settings, handed, work) =>
  settings.evidence === 'database' || settings.runtime || settings.replay
    ? gatherEvidence(settings, handed, work)
    : work(handed)
