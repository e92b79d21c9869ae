/** `why <Model>`: every rule that made it what it is. */

import type { Settings } from '../io/settings'
import { scan as scanProject } from '../scan'
import type { Outcome } from '../types'
import { checkNames, outcome, type ScanFunction, scanAll } from './outcome'

/** @throws UserError when no model has this name */
export async function why(
  model: string,
  settings: Settings,
  scan: ScanFunction = scanProject,
): Promise<Outcome> {
  const found = await scanAll(scan, settings)
  checkNames([model], found.models)
  const told = outcome('why', found, { only: [model] })
  return { ...told, exitCode: 0 }
}
