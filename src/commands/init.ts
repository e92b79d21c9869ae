/** `init` sets the tool up in a project: it looks at what is there, shows what it would write, asks, writes, and tries it. */

import path from 'node:path'
import { baselineText, entriesOf } from '../accepting'
import { Stopped, UserError } from '../errors'
import { configureGit, initFacts } from '../io/project'
import { isThere } from '../io/reading'
import { replaceAll } from '../io/writing'
import { addCommand, partsOf } from '../setting-up'
import type { Check, Finding, InitFacts, InitOutcome, InitPart, Outcome, Settings } from '../types'
import { schemaFor } from './baseline'
import { type Handed, looked, scanAll } from './outcome'
import { toCommit } from './to-commit'

interface InitWorld extends Handed {
  /** Absolute: where a baseline is, or would be. */
  baselineFile: string | undefined
  /** Asks whether to write a part; undefined stops. Left out, everything is written. */
  ask?(part: InitPart): Promise<boolean | undefined>
  /** Runs `check` with what was written. */
  tryIt(): Promise<Outcome>
}

/**
 * @throws UserError if there is no model, or a file could not be written: then none was
 * @throws Stopped if the user stops at a question
 */
export async function init(settings: Settings, world: InitWorld): Promise<InitOutcome> {
  const { ask, tryIt, baselineFile, ...handed } = world
  const { cwd, dryRun, yes } = settings
  if (!ask && !yes && !dryRun)
    throw new UserError('There is no terminal to ask at.', 'Pass --yes to write, or --dry-run to look.')
  const facts = initFacts(cwd)
  const found = await scanAll(settings, { ...handed })
  if (!found.models.length && !settings.allowEmpty)
    throw new UserError(
      'There is no Sequelize model here, so nothing is set up.',
      'Start it in the folder of the project. --allow-empty sets it up all the same.',
    )
  const parts = partsOf(facts, baselineOf(found.findings, baselineFile, cwd))
  const chosen = await chosenFrom(parts, dryRun ? undefined : ask)
  const files = chosen.flatMap((part) => part.files)
  const report = looked(found, settings)
  const shared = { command: 'init' as const, ...report, findings: [], notes: [], planned: files }
  if (dryRun)
    return {
      ...shared,
      checks: parts.map((part) => checkOf(part, 'note')),
      ...closing(facts, files.length > 0),
    }
  if (files.length) replaceAll(files, facts.top)
  const git = chosen.flatMap((part) => part.git ?? [])
  const checks = [
    ...parts.map((part) => checkOf(part, chosen.includes(part) ? 'ok' : 'skipped')),
    ...(git.length ? [gitCheck(cwd, git)] : []),
  ]
  const tried = files.length ? [triedCheck(await tryIt())] : []
  const failed = [...checks, ...tried].some(({ state }) => state === 'failed')
  const { toCommit: toAdd, notes } = toCommit(files, cwd)
  const end = closing(facts, false)
  return {
    ...shared,
    checks: [...checks, ...tried],
    ...end,
    notes: [...end.notes, ...notes],
    next: end.next ?? toAdd,
    exitCode: failed ? 1 : 0,
  }
}

function baselineOf(findings: Finding[], baselineFile: string | undefined, cwd: string) {
  const entries = entriesOf(findings)
  if (!entries.length || baselineFile === undefined || isThere(baselineFile)) return undefined
  return {
    file: baselineFile,
    text: baselineText(entries, schemaFor(baselineFile, cwd)),
    findings: entries.reduce((sum, { count = 1 }) => sum + count, 0),
  }
}

async function chosenFrom(parts: InitPart[], ask: InitWorld['ask']): Promise<InitPart[]> {
  const chosen: InitPart[] = []
  for (const part of parts.filter(({ state }) => state === 'planned')) {
    const answer = ask ? await ask(part) : true
    if (answer === undefined) throw new Stopped('Stopped: nothing was written.')
    if (answer) chosen.push(part)
  }
  return chosen
}

function checkOf({ name, says, state, git }: InitPart, planned: Check['state']): Check {
  const also = git && planned === 'note' ? `; here init types: git config ${git.join(' ')}` : ''
  switch (state) {
    case 'planned':
      return { subject: name, state: planned, says: `${says}${also}` }
    case 'there':
      return { subject: name, state: 'ok', says }
    default:
      return { subject: name, state: 'note', says }
  }
}

const gitCheck = (cwd: string, args: string[]): Check =>
  configureGit(cwd, args)
    ? { subject: 'git', state: 'ok', says: `git config ${args.join(' ')}` }
    : { subject: 'git', state: 'failed', says: `git config ${args.join(' ')} failed: type it by hand` }

function triedCheck({ exitCode, findings, accepted = [], proof }: Outcome): Check {
  const counts = `${findings.length} findings, ${accepted.length} accepted`
  const says = [
    `no finding is left; proven ${proof.proven} of ${proof.paranoid}, accepted ${accepted.length}`,
    `findings are left: ${counts}`,
    'some of the work could not be done: see check',
  ]
  const isDone = exitCode === 0 && proof.proven + accepted.length >= proof.paranoid
  return {
    subject: 'check',
    state: exitCode === 2 ? 'failed' : isDone ? 'ok' : 'note',
    says: `tried, exit code ${exitCode}: ${says[exitCode]}`,
  }
}

/** Without the package a hook fails, and stops every commit. */
function closing(facts: InitFacts, isPlan: boolean): Pick<InitOutcome, 'next' | 'notes' | 'exitCode'> {
  const lacks = facts.installed === undefined
  return {
    notes: [
      ...(lacks
        ? [`deletedat-codemod is not installed in ${path.basename(facts.cwd)}: hook and job need it.`]
        : []),
      ...(isPlan ? ['Nothing was written: this is a dry run.'] : []),
    ],
    next: lacks ? addCommand(facts) : undefined,
    exitCode: 0,
  }
}
