/** `why <Model>` shows every rule that was applied to the model. */

import { interrupted } from '../io/writing'
import { isNothingProven } from '../judging'
import type { Settings, WhyOutcome } from '../types'
import { checkNames, type Handed, looked, scanAll } from './outcome'

/** @throws UserError if no model has this name */
export async function why(model: string, settings: Settings, handed: Handed = {}): Promise<WhyOutcome> {
  const found = await scanAll(settings, handed)
  checkNames([model], found.models)
  const report = looked(found, { only: [model] })
  const notes = [...interrupted(settings.cwd), ...report.notes]
  return { command: 'why', ...report, notes, exitCode: isNothingProven(report.proof) ? 2 : 0 }
}
