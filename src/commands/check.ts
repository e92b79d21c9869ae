/** `check`: what is wrong, and nothing else. */

import type { Outcome, Settings } from '../types'
import { adviceFor } from './advice'
import { checkNames, type Handed, isLean, outcome, scanAll } from './outcome'

export async function check(settings: Settings, handed: Handed = {}): Promise<Outcome> {
  const found = await scanAll({ ...settings, lean: isLean(settings, handed) }, handed)
  checkNames(settings.only, found.models)
  return { ...outcome('check', found, settings), ...adviceFor(found, settings) }
}
