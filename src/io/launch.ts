/** The command: runs the bundled program, with the code that V8 compiled the last time where that can be kept. */

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
import { isBelow } from './bounds'

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
const MOST = 4

function forgetOld(folder: string): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  const aged = files.map((file) => ({ file, age: statSync(file).mtimeMs })).sort((a, b) => b.age - a.age)
  for (const { file } of aged.slice(MOST)) unlinkSync(file)
}

/** Of these runs little code is worth keeping. */
const isBrief = (args: string[]): boolean => args.some((one) => /^(-h|-v|--help|--version)$/.test(one))

function launch(): void {
  const filename = path.join(__dirname, 'bundle.js')
  const { version, arch, platform } = process
  const folder = cacheFolder()
  const file = folder && path.join(folder, `${key}-${version}-${platform}-${arch}.code`)
  const cachedData = kept(file)
  // The bundle is plain ASCII.
  const text = readFileSync(filename, 'latin1')
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${text}\n})`, {
    filename,
    cachedData,
  })
  const loaded: { exports: { start?: () => void } } = { exports: {} }
  script.runInThisContext()(loaded.exports, require, loaded, filename, __dirname)
  loaded.exports.start?.()
  if (!file || (cachedData && !script.cachedDataRejected)) return
  process.on('exit', () => {
    if (!isBrief(process.argv.slice(2))) keep(file, script.createCachedData())
  })
}

launch()
