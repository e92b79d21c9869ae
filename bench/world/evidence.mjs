/** What each source of evidence says about one package: the tool in four ways, and the recorder. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { filesIn } from './packages.mjs'

const ours = path.resolve(import.meta.dirname, '..', '..')
const modules = path.join(ours, 'node_modules')

/** Package name in a project -> the package that is installed here. */
const LIBRARIES = {
  4: { sequelize: 'sequelize-v4' },
  5: { sequelize: 'sequelize-v5', 'sequelize-typescript': 'sequelize-typescript-v1' },
  6: { sequelize: 'sequelize', 'sequelize-typescript': 'sequelize-typescript' },
}
const ALSO = ['pg', 'pg-hstore', 'mysql2', 'reflect-metadata', 'sequelize-cli', 'umzug', '@electric-sql']

/** Of everything that is packed with it: what was said by another build is asked again. */
export function toolHash(cli) {
  const folder = path.dirname(cli)
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.js'))
  const hash = createHash('sha1')
  for (const file of files.sort()) hash.update(fs.readFileSync(path.join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** A copy of a repository in which the libraries of a package can be linked; `forget` takes it away. */
export function copyOf(repository) {
  const temp = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-world-')))
  fs.cpSync(repository, path.join(temp, 'it'), { recursive: true })
  return { temp, repository, forget: () => fs.rmSync(temp, { recursive: true, force: true }) }
}

/** @param last the row of the run before: what the recorder said stays true */
export function evidenceOf(one, { temp }, limits, last) {
  const root = path.join(temp, 'it', path.relative(one.repository, one.root))
  linkLibraries(root, one.major)
  const text = tool(root, ['check'], limits)
  const json = jsonOf(tool(root, ['check', '--format', 'json'], limits))
  const also = (...more) =>
    limits.quick ? undefined : jsonOf(tool(root, ['check', ...more, '--format', 'json'], limits))
  const runtime = also('--runtime')
  const settled = differsByEnvironment(json)
    ? jsonOf(tool(root, ['check', '--env', ENVIRONMENT, '--format', 'json'], limits))
    : json
  const replay = also('--replay', ...scratch(json))
  const recorded = last?.recorded ?? recorder(root, one, limits, temp)
  return { text, json, settled, runtime, replay, recorded, seconds: json.seconds }
}

/** The recorder runs in one environment; where they disagree the tool is asked for the same. */
const ENVIRONMENT = 'development'

const differsByEnvironment = ({ report }) =>
  report?.models.some(({ status, reason }) => status === 'undecided' && /\bsays?\b/.test(reason ?? ''))

/** MySQL has no embedded server: where the address of one is given, the replay goes there. */
function scratch({ report }) {
  const { MARIADB_URL: url } = process.env
  return url && /mysql|mariadb/.test(report?.project.dialect ?? '') ? ['--scratch-url', url] : []
}

function linkLibraries(root, major) {
  const there = path.join(root, 'node_modules')
  fs.mkdirSync(there, { recursive: true })
  const wanted = { ...Object.fromEntries(ALSO.map((name) => [name, name])), ...LIBRARIES[major] }
  for (const [name, installed] of Object.entries(wanted)) {
    const place = path.join(there, name)
    if (!fs.existsSync(place) && fs.existsSync(path.join(modules, installed)))
      fs.symlinkSync(path.join(modules, installed), place, 'junction')
  }
}

function limited(args, root, { seconds, megabytes }, env = {}) {
  const started = performance.now()
  const run = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, '--no-warnings', ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, HOME: os.tmpdir(), NO_COLOR: '1', ...env },
  })
  return {
    ...run,
    seconds: Math.round(performance.now() - started) / 1000,
    late: run.error?.code === 'ETIMEDOUT',
  }
}

const tool = (root, args, limits) => limited([limits.cli, ...args], root, limits)

function jsonOf(run) {
  try {
    return { ...run, report: JSON.parse(run.stdout) }
  } catch {
    return run
  }
}

/** `undefined` models: the recorder told nothing, and why stands in `error`. */
function recorder(root, one, limits, temp) {
  const libraries = LIBRARIES[one.major]
  if (!libraries) return { error: `no Sequelize of version ${one.major} is installed here` }
  const [asked, answered] = [path.join(temp, 'asked.json'), path.join(temp, 'answered.json')]
  const files = filesIn(root).filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`))
  const job = {
    root,
    repository: path.join(temp, 'it'),
    files,
    libraries,
    modules,
    answered,
    seconds: limits.seconds * 0.7,
  }
  fs.rmSync(answered, { force: true })
  fs.writeFileSync(asked, JSON.stringify(job))
  const child = path.join(import.meta.dirname, 'recorder', 'index.cjs')
  const run = limited([child, asked], root, limits, { NODE_ENV: ENVIRONMENT })
  if (fs.existsSync(answered)) return JSON.parse(fs.readFileSync(answered, 'utf8'))
  return { error: run.late ? 'it did not come to an end in time' : `it ended: ${run.stderr.slice(-300)}` }
}
