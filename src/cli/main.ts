#!/usr/bin/env node
/** Runs the command line: prints the report and sets the exit code. Only `src/cli` prints. */

import { eachDatabase } from '../commands/each-database'
import { asError, Stopped, UserError } from '../errors'
import { loadEnvFiles } from '../io/project'
import { type Output, standardOutput } from '../io/terminal'
import { writeReport } from '../io/writing'
import { placeOf, reporters, safe } from '../reporters'
import type { Outcome, Settings, View } from '../types'
import { type Performed, parseCommandLine } from './command-line'
import { type Command, hasOption } from './command-list'
import { forGithub, viewIn } from './in-ci'
import { mergeReports } from './merge'
import { perform, worldOf } from './perform'
import { configText } from './print-config'
import { settingsFrom, type World } from './settings'
import type { Surroundings } from './surroundings'
import { typedWhere } from './typed-where'
import { viewFor } from './view'

/** @returns the exit code */
export async function main(around: Surroundings): Promise<0 | 1 | 2 | 130> {
  try {
    const line = parseCommandLine(around.argv, around.stdout.columns)
    if ('text' in line) {
      await print(around.stdout, line.text)
      return 0
    }
    if (line.command === 'merge') {
      const { text, code } = mergeReports(line.given, around)
      await print(around.stdout, text)
      return code
    }
    if (line.given.envFile?.length) loadEnvFiles(line.given.envFile, around.cwd)
    const settings = settingsFrom(line.given, {
      ...worldOf(around),
      command: line.command,
      terminal: terminalsFor(line.command, around),
    })
    if (line.given.printConfig) {
      await print(around.stdout, configText(settings))
      return 0
    }
    const several = CONNECTS.includes(line.command) ? eachDatabase(settings) : undefined
    if (several) return await oneAfterTheOther(several, line, around)
    return await reported(line, settings, around)
  } catch (error) {
    if (error instanceof Stopped) {
      await print(around.stderr, `${error.message}\n`)
      return 130
    }
    await print(around.stderr, faultText(error, around))
    return 2
  }
}

async function reported(
  line: Performed,
  settings: Settings,
  around: Surroundings,
): Promise<Outcome['exitCode']> {
  const done = await perform(line, settings, around)
  const outcome = line.given.workspace === undefined ? done : typedWhere(done, settings, around.cwd)
  const view = viewFor({ ...settings, source: outcome.source }, around.stdout)
  const reporter = reporters.find(({ name }) => name === settings.format)
  if (reporter) await print(around.stdout, reporter.report(outcome, viewIn(around.env, reporter, view)))
  const told = forGithub(outcome, view, {
    isPlain: line.given.format === undefined && settings.format === 'terminal',
    env: around.env,
  })
  if (told) await print(around.stdout, told)
  writeReports(settings, outcome, view, around.env)
  return outcome.exitCode
}

/** Returns the worst exit code. A command that changes databases stops at the first that does not return 0. */
async function oneAfterTheOther(
  several: { name: string; settings: Settings }[],
  line: Performed,
  around: Surroundings,
): Promise<Outcome['exitCode']> {
  let worst: Outcome['exitCode'] = 0
  for (const [index, { name, settings }] of several.entries()) {
    await print(
      around.stdout,
      `${index ? '\n' : ''}Database ${safe(name)} (${index + 1} of ${several.length})\n\n`,
    )
    const code = await reported(line, settings, around).catch(async (error) => {
      if (error instanceof Stopped) throw error
      await print(around.stderr, faultText(error, { ...around, cwd: settings.cwd }))
      return 2 as const
    })
    if (code > worst) worst = code
    const left = several.slice(index + 1).map((one) => one.name)
    if (code === 0 || !CHANGES.includes(line.command) || !left.length) continue
    await print(
      around.stderr,
      `Not begun: ${safe(left.join(', '))}. Mend ${safe(name)} first, or name one by --workspace.\n`,
    )
    return worst
  }
  return worst
}

const CONNECTS: Command['name'][] = ['verify', 'deploy', 'rollback', 'doctor']
const CHANGES: Command['name'][] = ['deploy', 'rollback']

/** Writes the report files, without colours and without wrapped lines. */
function writeReports(
  { outputFiles = [] }: Settings,
  outcome: Outcome,
  view: View,
  env: Surroundings['env'],
): void {
  if (!outputFiles.length) return
  for (const { format, file } of outputFiles) {
    const reporter = reporters.find(({ name }) => name === format)
    if (!reporter) continue
    const plain = {
      ...viewIn(env, reporter, view),
      color: false,
      wraps: false,
      quiet: false,
      link: undefined,
    }
    writeReport(file, reporter.report(outcome, plain))
  }
}

/** Looks at a stream only when it matters, because opening a stream takes time. */
function terminalsFor(name: Command['name'], around: Surroundings): World['terminal'] {
  const mayAsk = hasOption(name, 'yes')
  return {
    output: around.stdout.isTTY === true,
    get input() {
      return mayAsk && around.stdin.isTTY === true
    },
    get error() {
      return around.stderr.isTTY === true
    },
  }
}

/** A UserError prints a short text. Any other error is reported as a bug, with its stack only if DEBUG asks for it. */
function faultText(error: unknown, { cwd, env }: Surroundings): string {
  if (error instanceof UserError) {
    const place = error.at && placeOf(error.at, { cwd })
    return `${safe([error.what, place, error.todo].filter(Boolean).join('\n'))}\n`
  }
  const { message, stack } = asError(error)
  const wantsStack = /(^|,)(\*|deletedat-codemod)(,|$)/.test(env.DEBUG ?? '')
  const advice = wantsStack ? stack : 'DEBUG=deletedat-codemod shows where; please report it.'
  return `${safe(`This is a bug in deletedat-codemod: ${message}\n${advice}`)}\n`
}

const print = (stream: Output, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(text, () => resolve()))

export function start(): void {
  // The process list must not show the password in --url.
  const argv = process.argv.slice(2)
  if (argv.some((one) => one.startsWith('--url') || one.startsWith('--scratch-url')))
    process.title = 'deletedat-codemod'
  void main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    // Node opens these streams on first access, and that takes time.
    get stdin() {
      return process.stdin
    },
    stdout: standardOutput(),
    get stderr() {
      return process.stderr
    },
    now: () => new Date(),
  }).then((code) => {
    process.exitCode = code
    // If nothing is pending, exit at once: the usual teardown of Node takes as long as a small check.
    if (process.getActiveResourcesInfo().length === 0) process.exit()
  })
}

if (require.main === module) start()
