/** `check` reports the findings. It writes nothing but the baseline, if that is asked for. */

import { interrupted } from '../io/writing'
import { repairCommand } from '../project-runner'
import { withBaseline } from '../scan'
import type { CheckOutcome, Finding, Settings } from '../types'
import { adviceFor } from './advice'
import { withoutOld, writeBaseline } from './baseline'
import { ignoredEvidence, isUntouched, mendedOnDisk, noneTouched, untouched, withChanges } from './changes'
import { fixesFor } from './fixes'
import { ofModels } from './hints'
import { checkNames, type Handed, looked, scanAll } from './outcome'
import { staleConfig } from './stale-config'

export async function check(given: Settings, handed: Handed = {}): Promise<CheckOutcome> {
  const settings = withChanges(given)
  return settings.changes
    ? checkChanges({ ...settings, changes: settings.changes }, handed)
    : checkAll(settings, handed)
}

async function checkAll(settings: Settings, handed: Handed): Promise<CheckOutcome> {
  const found = await scanAll(withoutOld(settings), handed)
  checkNames(settings.only, found.models)
  const written = writeBaseline(found, settings)
  const report = looked(
    written ? withBaseline(found, { ...settings, baseline: written.entries }) : found,
    settings,
  )
  const notes = [
    ...interrupted(settings.cwd),
    ...staleConfig(found, settings),
    ...report.notes,
    ...(written ? [written.says] : []),
  ]
  const next = repairCommand(settings, report.findings)
  const fixesOf = (findings: Finding[]) => fixesFor(findings, found, settings)
  return { command: 'check', ...report, notes, next, fixesOf, ...adviceFor(found, settings) }
}

/** Judges the models that changes can have touched. */
async function checkChanges(
  settings: Settings & Required<Pick<Settings, 'changes'>>,
  handed: Handed,
): Promise<CheckOutcome> {
  const { changes, source } = settings
  if (isUntouched(settings)) return untouched(settings)
  const found = await scanAll(settings, handed)
  const report = looked(found, settings)
  const { findings, models } = report
  const staging = await mendedOnDisk(settings, findings, found, handed)
  return {
    command: 'check',
    ...report,
    notes: [
      ...interrupted(settings.cwd),
      ...report.notes,
      ...changes.notes,
      ...ignoredEvidence(models, settings),
    ],
    next: staging ?? repairCommand(ofModels(settings, findings), findings),
    ...(source && { source }),
    fixesOf: (findings) => fixesFor(findings, found, settings),
    ...(!models.length && !findings.length && { untouched: noneTouched(settings) }),
    ...adviceFor(found, settings),
  }
}
