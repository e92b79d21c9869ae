/** Which of the models ask for a repair, for whoever repairs: the command and the transforms. */

import type { Finding, Judged, Scan } from '../types'

export type Repairable = Judged & { finding: Finding }

type Seen = Pick<Scan, 'models' | 'schema'>

/** Without any history every paranoid model is taken as asked for: the migration's guard makes that harmless. */
export const hasNoHistory = ({ schema }: Pick<Scan, 'schema'>): boolean => schema.source === 'none'

export const repairable = (scan: Seen): Repairable[] =>
  scan.models.filter(
    (judged): judged is Repairable =>
      judged.finding?.severity === 'error' ||
      (judged.status === 'unproven' && hasNoHistory(scan) && !!judged.finding),
  )
