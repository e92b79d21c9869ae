/** `check` reports the findings. It writes nothing but the baseline, if that is asked for. */

import { interrupted } from '../io/writing'
import { repairCommand } from '../project-runner'
import { withBaseline } from '../scan'
import type { CheckOutcome, Settings } from '../types'
import { adviceFor } from './advice'
import { withoutOld, writeBaseline } from './baseline'
import { checkNames, type Handed, looked, scanAll } from './outcome'

export async function check(settings: Settings, handed: Handed = {}): Promise<CheckOutcome> {
  const found = await scanAll(withoutOld(settings), handed)
  checkNames(settings.only, found.models)
  const written = writeBaseline(found, settings)
  const report = looked(
    written ? withBaseline(found, { ...settings, baseline: written.entries }) : found,
    settings,
  )
  const notes = [...interrupted(settings.cwd), ...report.notes, ...(written ? [written.says] : [])]
  const next = repairCommand(settings, report.findings)
  return { command: 'check', ...report, notes, next, ...adviceFor(found, settings) }
}
