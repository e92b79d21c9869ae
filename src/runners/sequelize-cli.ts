/** The runner sequelize-cli. Since 6.0 it finds `.cjs` and `.ts`, since 6.5 it can run one migration by `--name`. */

import path from 'node:path'
import type { Form, FormPart, Runner, RunnerFacts } from '../types'
import { sourceOf } from './compiled'
import { templateFor } from './forms'
import { shapeOf } from './shape'
import { isElsewhere, npmRun, npx, scriptLike, shown, word } from './words'

const NAME = 'sequelize-cli'

/** Returns major * 100 + minor. An unknown version counts as the newest. */
function ageOf(version: string | undefined): number {
  const [major = 6, minor = 99] = (version ?? '').split('.').map(Number)
  return version === undefined || Number.isNaN(major) ? 699 : major * 100 + (minor || 0)
}

const BY_NAME = 605
const SEES_CJS = 600

const age = (facts: RunnerFacts): number => ageOf(facts.version(NAME))

/** Whether sequelize-cli can run one migration alone. */
export const runsByName = (facts: RunnerFacts): boolean => age(facts) >= BY_NAME

export const sequelizeCli: Runner = {
  name: NAME,

  fits(facts) {
    if (NAME in facts.dependencies || facts.rc || scriptLike(facts, /\bsequelize(-cli)? db:/)) return true
    const { shape } = shapeOf(facts)
    return shape === 'none' || shape === 'positional'
  },

  form(facts) {
    const built = builtFrom(facts)
    if (built) return 'cannot' in built ? built : sourceForm(facts, built.from)
    const isTypeScript = facts.existing.length > 0 && facts.existing.every(({ name }) => /\.c?ts$/.test(name))
    if (age(facts) >= SEES_CJS) return form(facts, isTypeScript ? '.ts' : '.cjs')
    const folder = facts.existing.at(-1)?.folder ?? facts.folders[0] ?? facts.start
    if (facts.isModule(folder))
      return {
        cannot: `sequelize-cli ${facts.version(NAME)} sees only .js, which is an ECMAScript module here that it cannot load. Install sequelize-cli 6 or later.`,
      }
    return form(facts, '.js')
  },

  next(facts, files) {
    const built = builtFrom(facts)
    const seen = files.map((file) => (built && 'from' in built ? compiledName(file) : path.basename(file)))
    const which = seen.length === 1 && runsByName(facts) ? ` --name ${word(seen[0] ?? '')}` : ''
    if (facts.history) return ofHistory(facts, `db:migrate${which}`)
    const run = commandFor(facts, `db:migrate${which}`, files)
    return built ? `${buildCommand(facts)}\n${run}` : run
  },

  status: (facts, file) => commandFor(facts, 'db:migrate:status', [file]),

  undriven(facts) {
    if (builtFrom(facts))
      return 'sequelize-cli runs what a build makes of the migrations here, which this command cannot build.'
    return undefined
  },
}

const stamped = { prefix: '', joint: '-' }

function form(facts: RunnerFacts, suffix: '.cjs' | '.ts' | '.js'): Form {
  const isTypeScript = suffix === '.ts'
  const part = (what: 'add-column' | 'add-index'): FormPart => {
    const name = templateFor(what, facts, isTypeScript)
    return { suffix: isTypeScript && name.endsWith('.cjs') ? '.cjs' : suffix, template: { name } }
  }
  return { naming: stamped, parts: [part('add-column')], index: part('add-index') }
}

/** The form of a migration that a build compiles before sequelize-cli runs it. */
function sourceForm(facts: RunnerFacts, folder: string): Form {
  const { file } = shapeOf(facts)
  return { ...form(facts, file?.name.endsWith('.js') ? '.js' : '.ts'), folder }
}

/** Returns the source folder if .sequelizerc names a folder that a build makes. */
function builtFrom({
  rc,
  start,
  reader,
  isIgnored,
}: RunnerFacts): { from: string } | { cannot: string } | undefined {
  if (!rc?.migrations) return undefined
  const from = sourceOf(rc.migrations, start, reader)
  if (from) return { from }
  if (!isIgnored(rc.migrations)) return undefined
  const name = path.relative(start, rc.migrations)
  return {
    cannot: `.sequelizerc names ${name}, which git ignores, so a migration there would be lost. Name the folder of its sources by --migrations.`,
  }
}

const compiledName = (file: string): string => path.basename(file).replace(/\.([cm]?)ts$/, '.$1js')

function buildCommand(facts: RunnerFacts): string {
  if (facts.scripts.build !== undefined) return npmRun(facts, 'build')
  return `${npx(facts, 'typescript', 'tsc')}${isElsewhere(facts) ? ` -p ${shown(facts, facts.start)}` : ''}`
}

/** Returns a command of sequelize-cli, or our own deploy if sequelize-cli would not find its config. */
function commandFor(facts: RunnerFacts, command: string, files: string[]): string {
  if (isBlind(facts)) return deployCommand(facts)
  const options = [migrationsPath(facts, files), config(facts), environment(facts)].filter(Boolean)
  return [npx(facts, NAME), command, ...options].join(' ')
}

function isBlind(facts: RunnerFacts): boolean {
  const { connecting, rc } = facts
  const named = connecting.config !== undefined || connecting.url !== undefined
  const isLost = isElsewhere(facts) && rc && (rc.config === undefined || rc.unread !== undefined)
  return isLost || connecting.sequelize !== undefined || !(named || facts.config)
}

/** Returns the command that makes the database of the config, or undefined if sequelize-cli cannot. */
export function createCommand(facts: RunnerFacts): string | undefined {
  const { start, connecting } = facts
  if (isBlind(facts) || connecting.url !== undefined || !facts.isInstalled(NAME, start)) return undefined
  return [npx(facts, NAME), 'db:create', config(facts), environment(facts)].filter(Boolean).join(' ')
}

/** The command for one of several histories. It never uses a config that may belong to another database. */
function ofHistory(facts: RunnerFacts, command: string): string | undefined {
  const { startedBy } = facts.history ?? {}
  if (startedBy && 'script' in startedBy) return npmRun(facts, startedBy.script)
  if (startedBy)
    return `${npx(facts, NAME)} ${command} --options-path ${shown(facts, path.join(facts.start, startedBy.options))}`
  return (facts.connecting.sequelize ?? instanceOf(facts)) ? deployCommand(facts, true) : undefined
}

/** Returns `--migrations-path` if sequelize-cli would not find the folder by itself. */
function migrationsPath(facts: RunnerFacts, [file = '']: string[]): string {
  const { rc, start } = facts
  const found = rc?.migrations ?? path.join(start, 'migrations')
  const folder = builtFrom(facts) || rc?.unread ? found : path.dirname(file)
  return !isElsewhere(facts) && folder === found ? '' : `--migrations-path ${shown(facts, folder)}`
}

function config(facts: RunnerFacts): string {
  const { connecting, config } = facts
  if (connecting.config !== undefined) return `--config ${word(connecting.config)}`
  if (!config || (config.isFound && !isElsewhere(facts))) return ''
  return `--config ${shown(facts, config.file)}`
}

const environment = ({ connecting: { environment } }: RunnerFacts): string =>
  environment === 'development' ? '' : `--env ${word(environment)}`

/** Returns our deploy command. Without a config, it names the only file that makes a Sequelize instance. */
export function deployCommand(facts: RunnerFacts, byInstance = isBlind(facts)): string {
  const { typed, connecting } = facts
  const given = connecting.sequelize ?? (byInstance ? instanceOf(facts) : undefined)
  const by = given === undefined ? '' : `--sequelize ${word(given)}`
  const own = connecting.config === undefined ? '' : `--config ${word(connecting.config)}`
  return [typed.tool, 'deploy', ...typed.words, own, by, environment(facts)].filter(Boolean).join(' ')
}

const MAKES = /\bnew\s+(?:[\w$]+\s*\.\s*)?Sequelize\s*\(/
const GIVES = /\bmodule\.exports\b|\bexports\.\w+\s*=|\bexport\b/

/** Returns the only file that makes and exports a Sequelize instance, relative to the working directory. */
function instanceOf({ sources, reader, cwd }: RunnerFacts): string | undefined {
  const found = sources().filter((file) => {
    const text = reader.read(file) ?? ''
    return MAKES.test(text) && GIVES.test(text) && !isModelIndex(text)
  })
  return found.length === 1
    ? path
        .relative(cwd, found[0] ?? '')
        .split(path.sep)
        .join('/')
    : undefined
}

/** Excludes the models/index.js of sequelize-cli, because it needs the missing config. */
const isModelIndex = (text: string): boolean => text.includes('config/config')
