/** Loads a file of the project, whatever it is written in: as Node does, else as the project's own or our loader does. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { asError, codeOf } from '../../errors'
import { atWork } from './at-work'
import { Failure } from './failure'
import { type Fields, isObject } from './foreign'
import { ourLoader, startOwnLoader } from './typescript'

/** What Node says where it cannot read the language, or a package was written for another kind of module. */
const FOREIGN =
  /Unknown file extension|Unexpected token|Unexpected identifier|Cannot use import|Invalid or unexpected|Missing initializer|ERR_UNSUPPORTED|ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|Unexpected strict mode|decorator/i

/** @throws Failure with the file and what was thrown */
export async function load(file: string): Promise<Fields> {
  try {
    return await atWork(file, () => loaded(file))
  } catch (error) {
    throw new Failure(
      `${path.relative(process.cwd(), file)} cannot be loaded.`,
      'Mend the file; it is loaded as the project itself loads it.',
      error,
    )
  }
}

function loaded(file: string): Promise<Fields> | Fields {
  if (file.endsWith('.json'))
    return { default: JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) }
  if (path.extname(file) === '') return loadRequired(file)
  return /\.([cm]?tsx?|jsx)$/.test(file) ? loadOther(file) : loadNative(file)
}

/** A file without an ending is CommonJS to `require`, whatever its package.json says: so sequelize-cli loads .sequelizerc. */
async function loadRequired(file: string): Promise<Fields> {
  try {
    return createRequire(file)(file)
  } catch (error) {
    const { message, name } = asError(error)
    const code = codeOf(error)
    if (name !== 'SyntaxError' && !FOREIGN.test(`${code} ${message}`)) throw error
    return loadOther(file)
  }
}

async function loadNative(file: string): Promise<Fields> {
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    const { message, name } = asError(error)
    const code = codeOf(error)
    // Imports without an ending, or TypeScript behind them: a bundler or a loader of the project takes them.
    const foreign =
      name === 'SyntaxError' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_UNSUPPORTED_DIR_IMPORT'
    if (!foreign && !FOREIGN.test(`${code} ${message}`)) throw error
    return loadOther(file)
  }
}

let own: boolean | undefined

async function loadOther(file: string): Promise<Fields> {
  const home = process.cwd()
  own ??= startOwnLoader(home)
  if (own && path.extname(file) !== '') {
    try {
      return createRequire(path.join(home, 'package.json'))(file)
    } catch (error) {
      if (!/ERR_REQUIRE_ESM|ERR_REQUIRE_ASYNC|Cannot use import|await is only valid/.test(String(error)))
        throw error
    }
  }
  return ourLoader(home).import(file)
}

/** What a file gives away as its main thing. */
export function mainOf(exports: Fields): unknown {
  const main = exports.default
  const nested = isObject(main) && main.__esModule ? main.default : undefined
  return nested ?? main ?? exports
}
