/** The commands as functions: options in, outcome out. They print nothing, exit nothing, and throw a UserError. */

import { withEvidence } from '../commands/asked-evidence'
import { check as checkCommand } from '../commands/check'
import { deploy as deployCommand } from '../commands/deploy'
import { diagnose as diagnoseCommand } from '../commands/diagnose'
import { doctor as doctorCommand } from '../commands/doctor'
import type { Live } from '../commands/live'
import { rollback as rollbackCommand } from '../commands/rollback'
import { run } from '../commands/run'
import { verify as verifyCommand } from '../commands/verify'
import { why as whyCommand } from '../commands/why'
import type {
  CheckOutcome,
  DiagnoseOutcome,
  Outcome,
  RunOutcome,
  Settings,
  SetupOutcome,
  VerifyOutcome,
  WhyOutcome,
} from '../types'
import { asksOf } from './asks'
import { checkText } from './checked'
import type {
  ApplyOptions,
  ChangingOptions,
  CheckOptions,
  DeployOptions,
  DiagnoseOptions,
  DoctorOptions,
  LookingOptions,
  RepairOptions,
  RollbackOptions,
  VerifyOptions,
  WhyOptions,
} from './options'
import { handedOf, settingsOf } from './settings'

/** An outcome of a command, with the folder from which its paths are shown. */
export type Result<O extends Outcome> = O & {
  /** Absolute. */
  cwd: string
}

const withCwd = <O extends Outcome>(outcome: O, { cwd }: Settings): Result<O> => ({ ...outcome, cwd })

/** Finds models that are paranoid without their column. It writes nothing. @throws UserError */
export async function check(options: CheckOptions = {}): Promise<Result<CheckOutcome>> {
  const settings = settingsOf('check', options)
  return withCwd(
    await withEvidence(settings, handedOf(options), (handed) => checkCommand(settings, handed)),
    settings,
  )
}

/** Plans and proves the repairs, and writes nothing: `planned` holds each file before and after. @throws UserError */
export async function plan(options: RepairOptions = {}): Promise<Result<RunOutcome>> {
  const settings = { ...settingsOf('plan', options), dryRun: true }
  return repaired(settings, options)
}

/** Plans and proves the repairs, and writes them: `written` lists the files. @throws UserError */
export const apply = async (options: ApplyOptions = {}): Promise<Result<RunOutcome>> =>
  repaired(settingsOf('apply', options), options)

async function repaired(given: Settings, options: ApplyOptions): Promise<Result<RunOutcome>> {
  const asks = asksOf(options)
  const settings = { ...given, interactive: asks !== undefined }
  const outcome = await withEvidence(settings, handedOf(options), (handed) =>
    run(settings, { ...handed, asks, now: new Date() }),
  )
  return withCwd(outcome, settings)
}

/** Tells every rule that makes a model need its column. @throws UserError if there is no such model */
export async function why(model: string, options: WhyOptions = {}): Promise<Result<WhyOutcome>> {
  checkText(model, 'why', 'the name of a model')
  const settings = settingsOf('why', options)
  const outcome = withEvidence(settings, handedOf(options), (handed) => whyCommand(model, settings, handed))
  return withCwd(await outcome, settings)
}

/** Tells what an error comes from. @param text an error, a stack trace or a whole log. @throws UserError */
export async function diagnose(
  text: string,
  options: DiagnoseOptions = {},
): Promise<Result<DiagnoseOutcome>> {
  checkText(text, 'diagnose', 'an error or a log')
  const settings = settingsOf('diagnose', options)
  return withCwd(await diagnoseCommand(text, settings, handedOf(options)), settings)
}

/** Looks whether the database has the columns, and calls the project's own models. @throws UserError */
export async function verify(options: VerifyOptions = {}): Promise<Result<VerifyOutcome>> {
  const settings = settingsOf('verify', options)
  return withCwd(await verifyCommand(settings, handedOf(options)), settings)
}

/** Looks for traps in config, versions, migrations and database. @throws UserError */
export async function doctor(options: DoctorOptions = {}): Promise<Result<SetupOutcome>> {
  const settings = settingsOf('doctor', options)
  return withCwd(await doctorCommand(settings, handedOf(options)), settings)
}

/** Runs the pending migrations of this tool and no others, then verifies. @throws UserError */
export async function deploy(options: DeployOptions = {}): Promise<Result<VerifyOutcome>> {
  const settings = settingsOf('deploy', options)
  return withCwd(await deployCommand(settings, liveOf(options)), settings)
}

/** Takes back what the last run wrote: files, and columns in the database. @throws UserError */
export async function rollback(options: RollbackOptions = {}): Promise<Result<SetupOutcome>> {
  const settings = settingsOf('rollback', options)
  return withCwd(await rollbackCommand(settings, liveOf(options)), settings)
}

const liveOf = ({ confirm, onLine, ...options }: LookingOptions & ChangingOptions): Live => ({
  ...handedOf(options),
  ...(onLine && { tell: (line: string) => onLine(line) }),
  ...(confirm && { confirm: async (question: string) => confirm(question) }),
})
