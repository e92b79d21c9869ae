/** Runs the command that a line names. */

import { withEvidence } from '../commands/asked-evidence'
import { check } from '../commands/check'
import { deploy } from '../commands/deploy'
import { diagnose } from '../commands/diagnose'
import { doctor } from '../commands/doctor'
import { init } from '../commands/init'
import { rollback } from '../commands/rollback'
import { run } from '../commands/run'
import { verify } from '../commands/verify'
import { why } from '../commands/why'
import type { Outcome, Settings } from '../types'
import { asksFor, liveFor, partAsker, progressFor } from './asking'
import type { Performed } from './command-line'
import { errorText } from './error-text'
import { settingsFrom, type World } from './settings'
import type { Surroundings } from './surroundings'

/** Without a terminal. */
export const worldOf = ({ cwd, env }: Surroundings): World => ({
  cwd,
  env,
  terminal: { input: false, output: false },
})

export async function perform(line: Performed, settings: Settings, around: Surroundings): Promise<Outcome> {
  const progress = progressFor(around)
  switch (line.command) {
    case 'check':
      return withEvidence(settings, { progress }, (handed) => check(settings, handed))
    case 'init': {
      const checked = () => settingsFrom(line.given, { ...worldOf(around), command: 'check' })
      return init(settings, {
        progress,
        baselineFile: checked().baselineFile,
        tryIt: () => check(checked(), { progress }),
        ...(settings.interactive && { ask: partAsker(settings, around, line.given) }),
      })
    }
    case 'verify':
      return verify(settings, { progress })
    case 'deploy':
      return deploy(settings, { progress, ...liveFor(settings, around, line.given) })
    case 'rollback':
      return rollback(settings, { progress, ...liveFor(settings, around, line.given) })
    case 'doctor':
      return doctor(settings, { progress })
    case 'why':
      return withEvidence(settings, { progress }, (handed) => why(line.model, settings, handed))
    case 'diagnose':
      return diagnose(await errorText(line.error, around), settings, { progress })
    case 'run': {
      const asks = settings.interactive ? asksFor(settings, around, line.given) : undefined
      return withEvidence(settings, { progress }, (handed) =>
        run(settings, { ...handed, asks, now: around.now() }),
      )
    }
  }
}
