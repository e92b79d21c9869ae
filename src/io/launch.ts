/** The command: runs the bundled program, with the code that V8 compiled the last time where that can be kept. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Script } from 'node:vm'

/** Filled in as it is bundled, and another for each bundle. */
const key = process.env.BUNDLE_KEY

/** Beside the package in node_modules, else in the package's own: a checkout. */
function cacheFolder(): string {
  const root = path.dirname(__dirname)
  const above = path.dirname(root)
  const modules = path.basename(above) === 'node_modules' ? above : path.join(root, 'node_modules')
  return path.join(modules, '.cache/deletedat-codemod')
}

/** undefined: there is none. */
function kept(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
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
  } catch {
    // The next start is as slow as this one.
  }
}

/** Of these runs little code is worth keeping. */
const isBrief = (args: string[]): boolean => args.some((one) => /^(-h|-v|--help|--version)$/.test(one))

function launch(): void {
  const filename = path.join(__dirname, 'bundle.js')
  const { version, arch, platform } = process
  const file = path.join(cacheFolder(), `${key}-${version}-${platform}-${arch}.code`)
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
  if (cachedData && !script.cachedDataRejected) return
  process.on('exit', () => {
    if (!isBrief(process.argv.slice(2))) keep(file, script.createCachedData())
  })
}

launch()
