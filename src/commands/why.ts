/** `why <Model>`: every rule that made it what it is. */

import type { Outcome, Settings } from '../types'
import { checkNames, type Handed, outcome, scanAll } from './outcome'

/** @throws UserError when no model has this name */
export async function why(model: string, settings: Settings, handed: Handed = {}): Promise<Outcome> {
  const found = await scanAll(settings, handed)
  checkNames([model], found.models)
  const told = outcome('why', found, { only: [model] })
  return { ...told, exitCode: 0 }
}
