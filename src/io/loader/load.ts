/** Loads a file of the project, whatever it is written in: as Node does, else as the project's own or our loader does. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { withDecoratedFields } from './decorated-fields'
import { Failure } from './failure'
import type { Reply } from './protocol'

type Exports = Record<string, unknown>

/** What Node says where it cannot read the language, or a package was written for another kind of module. */
const FOREIGN =
  /Unknown file extension|Unexpected token|Unexpected identifier|Cannot use import|Invalid or unexpected|Missing initializer|ERR_UNSUPPORTED|ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|Unexpected strict mode|decorator/i

/** @throws Failure with the file and what was thrown */
export async function load(file: string): Promise<Exports> {
  const tell = (loading: string | null) => process.send?.({ loading } satisfies Reply)
  tell(path.relative(process.cwd(), file))
  try {
    if (file.endsWith('.json'))
      return { default: JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) }
    return /\.([cm]?tsx?|jsx)$/.test(file) || path.extname(file) === ''
      ? await loadOther(file)
      : await loadNative(file)
  } catch (error) {
    throw new Failure(
      `${path.relative(process.cwd(), file)} cannot be loaded.`,
      'Mend the file; it is loaded as the project itself loads it.',
      error,
    )
  } finally {
    tell(null)
  }
}

async function loadNative(file: string): Promise<Exports> {
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    const { code = '', message = '', name } = error as NodeJS.ErrnoException
    // Imports without an ending, or TypeScript behind them: a bundler or a loader of the project takes them.
    const foreign =
      name === 'SyntaxError' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT'
    if (!foreign && !FOREIGN.test(`${code} ${message}`)) throw error
    return loadOther(file)
  }
}

/** Loaders that a project may have of its own, and how each is set to work. */
const OWN: { name: string; start(loader: { register(options?: object): unknown }): void }[] = [
  { name: 'tsx/cjs/api', start: (loader) => loader.register() },
  { name: '@swc-node/register', start: () => undefined },
  { name: 'ts-node', start: (loader) => loader.register({ transpileOnly: true }) },
]

let own: boolean | undefined

async function loadOther(file: string): Promise<Exports> {
  const require = createRequire(path.join(process.cwd(), 'package.json'))
  own ??= registered(require)
  if (own && path.extname(file) !== '') {
    try {
      return require(file)
    } catch (error) {
      if (!/ERR_REQUIRE_ESM|ERR_REQUIRE_ASYNC|Cannot use import|await is only valid/.test(String(error)))
        throw error
    }
  }
  return (await ours().import(file)) as Exports
}

function registered(require: NodeJS.Require): boolean {
  for (const { name, start } of OWN) {
    try {
      start(require(name))
      return true
    } catch {
      // This one is not installed here.
    }
  }
  return false
}

function ours() {
  const { createJiti } = require('jiti') as typeof import('jiti')
  const from = path.join(process.cwd(), 'package.json')
  const options = { fsCache: false, interopDefault: false }
  const plain = createJiti(from, options)
  return createJiti(from, {
    ...options,
    transform: (given) => ({
      code: plain.transform({ ...given, source: withDecoratedFields(given.source, given.filename ?? '') }),
    }),
  })
}

/** What a file gives away as its main thing. */
export function mainOf(exports: Exports): unknown {
  const main = exports.default
  const nested =
    main && typeof main === 'object' && (main as Exports).__esModule ? (main as Exports).default : undefined
  return nested ?? main ?? exports
}
