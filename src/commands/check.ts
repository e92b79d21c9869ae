/** `check`: what is wrong, and nothing else. */

import type { CheckOutcome, Settings } from '../types'
import { adviceFor } from './advice'
import { checkNames, type Handed, looked, scanAll } from './outcome'

export async function check(settings: Settings, handed: Handed = {}): Promise<CheckOutcome> {
  const found = await scanAll(settings, handed)
  checkNames(settings.only, found.models)
  return { command: 'check', ...looked(found, settings), ...adviceFor(found, settings) }
}
