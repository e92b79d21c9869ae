/** `check`: what is wrong, and nothing else. */

import type { Settings } from '../io/settings'
import { scan as scanProject } from '../scan'
import type { Outcome } from '../types'
import { checkNames, outcome, type ScanFunction, scanAll } from './outcome'

export async function check(settings: Settings, scan: ScanFunction = scanProject): Promise<Outcome> {
  const found = await scanAll(scan, settings)
  checkNames(settings.only, found.models)
  return outcome('check', found, settings)
}
