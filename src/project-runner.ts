/** Gathers facts of the project for the runners, and returns the form of a new migration and the next command. */

import path from 'node:path'
import { UserError } from './errors'
import {
  configBeside,
  existingMigrations,
  hasOwnConfig,
  migrationFolders,
  newestOf,
  packagedTemplate,
  packagesAt,
  startFolder,
  toolCommand,
} from './io/project'
import { createReader, isLeftOut, projectFiles, type Reader } from './io/reading'
import { isHelper } from './our-names'
import { createCommand, deployCommand, readRc, runnerOf, runsByName, shortForm } from './runners'
import type {
  Finding,
  FormPart,
  MigrationContext,
  MigrationPart,
  Project,
  Runner,
  RunnerFacts,
  Settings,
  Template,
  Written,
} from './types'

/** The settings that the runners depend on. */
type RunnerSettings = Pick<Settings, 'cwd' | 'migrations'> &
  Partial<
    Pick<
      Settings,
      'sequelizeVersion' | 'paths' | 'only' | 'ignore' | 'noIgnore' | 'connecting' | 'repeated' | 'fromConfig'
    >
  >

/** What the caller has read already. What is missing is read again. */
export interface Around {
  reader?: Reader
  files?: () => string[]
  history?: RunnerFacts['history']
}

function runnerFacts(settings: RunnerSettings, project: Project, around: Around = {}): RunnerFacts {
  const { cwd, connecting = { environment: 'development' } } = settings
  const { ignore = [], noIgnore = false } = settings
  const folders = migrationFolders(settings, project)
  const startedBy = around.history?.startedBy
  const script = startedBy && 'script' in startedBy ? startedBy.script : undefined
  const start = startFolder(cwd, folders[0] ?? cwd, script)
  const reader = around.reader ?? createReader(undefined, cwd)
  const rc = readRc(start, reader)
  let sources: string[] | undefined
  return {
    cwd,
    start,
    typed: { tool: toolCommand(cwd), words: repeatedWords(settings) },
    folders,
    existing: existingMigrations(folders),
    ...packagesAt(start),
    dialect: project.dialect,
    sequelize: settings.sequelizeVersion ?? project.sequelize,
    connecting,
    ...(around.history && { history: around.history }),
    ...(rc && { rc }),
    ...configOf(start, folders[0] ?? cwd, rc?.config),
    isIgnored: (folder) => isLeftOut(cwd, folder),
    reader,
    sources: () => (sources ??= around.files?.() ?? projectFiles(cwd, { ignore, noIgnore })),
  }
}

/** Returns the paths and options of this run that the next command needs too. The config says its own again. */
function repeatedWords(settings: RunnerSettings): string[] {
  const { paths = [], only = [], repeated = [], migrations, fromConfig = {} } = settings
  const named = fromConfig.migrations ? [] : migrations.flatMap((folder) => ['--migrations', folder])
  const models = only.flatMap((name) => ['--only', name])
  const typed = fromConfig.paths ? [] : paths.filter((one) => one !== '.')
  return [...typed, ...named, ...models, ...repeated].map(word)
}

function configOf(start: string, folder: string, named: string | undefined): Pick<RunnerFacts, 'config'> {
  const found = named ?? hasOwnConfig(start)
  if (found !== undefined) return { config: { file: found, isFound: true } }
  const file = configBeside(start, folder)
  return file === undefined ? {} : { config: { file, isFound: false } }
}

const word = (text: string): string => (/^[\w./@:-]+$/.test(text) ? text : JSON.stringify(text))

/** Writes a file as it can be pasted in the working directory; a name that a shell would run is quoted whole. */
export function pasted(file: string, cwd: string): string {
  const shown = path.relative(cwd, file).split(path.sep).join('/')
  const plain = shown.startsWith('-') ? `./${shown}` : shown
  return /[$`"\\!\n]/.test(plain) ? `'${plain.replaceAll("'", "'\\''")}'` : word(plain)
}

/** The settings that decide how a new migration is written. */
type MigrationSettings = RunnerSettings &
  Pick<Settings, 'timestamp' | 'template' | 'withIndex'> &
  Partial<Pick<Settings, 'short'>>

/** @param now the timestamp of the first migration if --timestamp is not given */
export function migrationContext(
  settings: MigrationSettings,
  project: Project,
  now: Date,
  around: Around = {},
): MigrationContext {
  const facts = runnerFacts(settings, project, around)
  const full = runnerOf(facts).form(facts)
  const { template: own, withIndex, timestamp, short } = settings
  const usual = newestOf(facts.existing)?.folder ?? facts.folders[0] ?? path.join(facts.cwd, 'migrations')
  const folder = 'cannot' in full ? usual : (full.folder ?? usual)
  const form = short && !('cannot' in full) ? shortForm(facts, full, folder) : full
  const stamps = {
    folder,
    existing: facts.existing.map(({ name }) => name),
    timestamp: timestamp ?? now.toISOString().replace(/\D/g, '').slice(0, 14),
    fixed: timestamp !== undefined,
    withIndex,
    naming: 'cannot' in form ? { prefix: '', joint: '-' } : form.naming,
  }
  if (own) return { ...stamps, parts: [{ suffix: path.extname(own.file), template: own }] }
  if ('cannot' in form)
    return {
      ...stamps,
      parts: [],
      cannot: form.cannot,
      ...(form.sql && { sql: packagedTemplate(form.sql.name) }),
    }
  return {
    ...stamps,
    parts: form.parts.map(partFrom),
    ...(withIndex && form.index && { indexPart: partFrom(form.index) }),
  }
}

function partFrom({ template, behind, helper, isEsm: _, ...part }: FormPart): MigrationPart {
  const { file } = packagedTemplate(template.name)
  const text = textOf(template) + (behind ? textOf(behind) : '')
  return {
    ...part,
    template: { file, text },
    ...(helper && { helper: { file: helper.file, text: textOf(helper.template) } }),
  }
}

function textOf({ name, adapt }: Template): string {
  const { text } = packagedTemplate(name)
  return adapt?.(text) ?? text
}

/** Returns the commands of the project's runner. */
export function commandsOf(settings: RunnerSettings, project: Project, around: Around = {}) {
  const facts = runnerFacts(settings, project, around)
  const runner: Runner = runnerOf(facts)
  return {
    tool: facts.typed.tool,
    runner: runner.name,
    undriven: runner.undriven(facts),
    runsByName: runsByName(facts),
    next: (files: string[]) => (files.length ? runner.next(facts, files) : undefined),
    status: (file: string) => runner.status(facts, file),
  }
}

/** Matches 'deletedat-codemod deploy' and ': sequelize-cli db:create'. */
const COMMAND = /\bdeletedat-codemod( deploy| verify| rollback)?\b|(: )sequelize-cli db:create\b/g

/**
 * Rewrites the commands of a sentence as the user types them here: 'deletedat-codemod deploy' becomes
 * 'npx deletedat-codemod deploy models'. A command that cannot be run here is left out.
 */
export function typing(
  settings: RunnerSettings,
  project: Project,
  around: Around = {},
): (sentence: string) => string {
  let facts: RunnerFacts | undefined
  const here = () => (facts ??= runnerFacts(settings, project, around))
  return (sentence) =>
    sentence.replace(COMMAND, (_, ours: string | undefined, colon: string | undefined) => {
      if (colon !== undefined) {
        const create = createCommand(here())
        return create === undefined ? '' : colon + create
      }
      if (ours === ' deploy') return deployCommand(here())
      return [toolCommand(settings.cwd) + (ours ?? ''), ...repeatedWords(settings)].join(' ')
    })
}

/** Rewrites the commands in the hint of a UserError. */
export function typedError(error: unknown, settings: RunnerSettings, project: Project): unknown {
  if (!(error instanceof UserError)) return error
  return new UserError(error.what, typing(settings, project)(error.todo), error.at)
}

/** Returns the command that repairs the findings, if one of them can be repaired. */
export function repairCommand(settings: RunnerSettings, findings: Finding[]): string | undefined {
  if (!findings.some(({ rule }) => rule === 'missing-column' || rule === 'misnamed-column')) return undefined
  return [toolCommand(settings.cwd), ...repeatedWords(settings)].join(' ')
}

/** The command that runs what was written, or else a sentence that tells why none is known. */
export function nextAfter(
  settings: RunnerSettings,
  project: Project,
  written: Written[],
  around: Around = {},
): { command?: string; note?: string } {
  const files = written
    .filter(({ kind, file }) => kind === 'migration' && !isHelper(file))
    .map(({ file }) => file)
  if (!files.length) return {}
  const { next, undriven } = commandsOf(settings, project, around)
  const command = next(files)
  if (command !== undefined) return { command }
  const why = undriven ?? 'Which command runs a migration on this database is not known.'
  const names = files.map((file) => path.relative(settings.cwd, file).split(path.sep).join('/'))
  return { note: `${why} Run ${names.join(', ')} as you run the others.` }
}
