/** `check` reports the findings and writes nothing. */

import { interrupted } from '../io/writing'
import { repairCommand } from '../project-runner'
import type { CheckOutcome, Settings } from '../types'
import { adviceFor } from './advice'
import { checkNames, type Handed, looked, scanAll } from './outcome'

export async function check(settings: Settings, handed: Handed = {}): Promise<CheckOutcome> {
  const found = await scanAll(settings, handed)
  checkNames(settings.only, found.models)
  const report = looked(found, settings)
  const notes = [...interrupted(settings.cwd), ...report.notes]
  const next = repairCommand(settings, report.findings)
  return { command: 'check', ...report, notes, next, ...adviceFor(found, settings) }
}
