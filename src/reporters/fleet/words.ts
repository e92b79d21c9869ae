/** The sentences about a fleet. */

import type { Fleet, FleetReport } from '../../types'
import { count } from '../summary'

/** `12 findings in 5 of 300 projects; 942 paranoid models: 930 proven, 12 faulty` */
export function fleetSummary({ reports, counts, faults }: Fleet): string {
  const failing = reports.filter(({ findings }) => findings).length
  const found = counts.findings
    ? `${count(counts.findings, 'finding')} in ${failing} of ${count(reports.length, 'project')}`
    : `No findings in ${count(reports.length, 'project')}`
  const { proven, faulty, undecided, unproven } = counts
  const kinds = Object.entries({ proven, faulty, undecided, unproven }).flatMap(([name, number]) =>
    number ? `${number} ${name}` : [],
  )
  const models = `${count(counts.paranoid, 'paranoid model')}${kinds.length ? `: ${kinds.join(', ')}` : ''}`
  const unread = faults.length ? `; ${count(faults.length, 'file')} could not be read` : ''
  return `${reports.length ? `${found}; ${models}` : 'No report was read'}${unread}.`
}

export const STATES: Record<FleetReport['state'], string> = {
  findings: 'findings',
  unproven: 'not all proven',
  proven: 'proven',
  nothing: 'no soft delete',
}
