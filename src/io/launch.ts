/** The command: runs the bundled program, part by part, with the code that V8 compiled before where that can be kept. */

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Script } from 'node:vm'
import { isBelow } from './reading'

/** Filled in as it is bundled, and another for each bundle. */
const key = process.env.BUNDLE_KEY

/** The cache of the project that has this package; undefined where it lies elsewhere (npx, a global install). */
function cacheFolder(): string | undefined {
  const root = path.dirname(__dirname)
  const above = path.dirname(root)
  const modules = path.basename(above) === 'node_modules' ? above : path.join(root, 'node_modules')
  if (!isBelow(path.dirname(modules), process.cwd())) return undefined
  return path.join(modules, '.cache', 'deletedat-codemod')
}

/** Of these runs little code is worth keeping. */
const isBrief = (args: string[]): boolean => args.some((one) => /^(-h|-v|--help|--version)$/.test(one))

/** What a hook runs is kept apart: code that other commands compile would only make it start later. */
const kind = (args: string[]): string => (args[0] === 'check' ? 'check' : 'other')

/** Absolute; undefined where nothing is kept. */
function keptFile(name: string): string | undefined {
  const folder = cacheFolder()
  const { version, arch, platform, argv } = process
  return (
    folder && path.join(folder, `${key}-${name}-${kind(argv.slice(2))}-${version}-${platform}-${arch}.code`)
  )
}

/** undefined: there is none. */
function kept(file: string | undefined): Buffer | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file)
  } catch {
    return undefined
  }
}

/** Written whole or not at all; that it cannot be written is no fault. */
function keep(file: string, code: Buffer): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, code)
    renameSync(temporary, file)
    forgetOld(path.dirname(file))
  } catch {
    // The next start is as slow as this one.
  }
}

/** Those of several versions of Node, and the last ones of ours. */
const MOST = 16

function forgetOld(folder: string): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  const aged = files.map((file) => ({ file, age: statSync(file).mtimeMs })).sort((a, b) => b.age - a.age)
  for (const { file } of aged.slice(MOST)) unlinkSync(file)
}

/** What a part gives away: its files, each by its name, which runs when it is first taken. */
type Files = Record<string, () => unknown>

/** A part of the program, as scripts/bundle makes it. */
interface Part {
  files: Files
  script: Script
  /** Where its code is kept. */
  file: string | undefined
  /** Whether the code kept could be used. */
  isKept: boolean
}

const parts = new Map<string, Part>()

function filesOf(name: string): Files {
  const known = parts.get(name)
  if (known) return known.files
  const file = keptFile(name)
  const part = partFrom(path.join(__dirname, 'parts', `${name}.js`), file)
  parts.set(name, part)
  const loaded = { exports: part.files }
  part.script.runInThisContext()(loaded.exports, require, loaded, __filename, __dirname, filesOf)
  return part.files
}

function partFrom(filename: string, file: string | undefined): Part {
  const cachedData = kept(file)
  // The parts are plain ASCII.
  const text = readFileSync(filename, 'latin1')
  const script = new Script(`(function(exports,require,module,__filename,__dirname,part){${text}\n})`, {
    filename,
    cachedData,
  })
  return { files: {}, script, file, isKept: cachedData !== undefined && !script.cachedDataRejected }
}

/** A run that loaded a new part may have compiled more of the others, too. */
function keepAll(): void {
  const all = [...parts.values()]
  if (isBrief(process.argv.slice(2)) || all.every(({ isKept }) => isKept)) return
  for (const { file, script } of all) if (file) keep(file, script.createCachedData())
}

function launch(): void {
  const { start } = filesOf('start')['src/cli/main.js']!() as { start: () => void }
  start()
  process.on('exit', keepAll)
}

launch()
