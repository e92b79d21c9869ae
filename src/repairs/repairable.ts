/** Selects the models that need a repair, for the command and the transforms. What somebody has accepted needs none. */

import type { Finding, Judged, Scan } from '../types'

export type Repairable = Judged & { finding: Finding }

type RepairContext = Pick<Scan, 'models' | 'schema'>

/** Without any migrations every paranoid model counts as repairable: the guard in the migration makes that harmless. */
export const hasNoHistory = ({ schema }: Pick<Scan, 'schema'>): boolean => schema.source === 'none'

export const repairable = (scan: RepairContext): Repairable[] =>
  scan.models.filter(
    (judged): judged is Repairable =>
      judged.finding !== undefined &&
      !judged.finding.accepted &&
      judged.status !== 'undecided' &&
      (judged.status !== 'unproven' || hasNoHistory(scan)),
  )
