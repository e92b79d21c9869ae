/** Loads a file of the project in any format: as Node does, else with the project's own loader or ours. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { asError, codeOf } from '../../errors'
import { atWork } from './at-work'
import { Failure } from './failure'
import { type Fields, isObject } from './foreign'
import { ourLoader, startOwnLoader } from './typescript'

/** Node's messages when it cannot read the language or when the module format does not match. */
const FOREIGN =
  /Unknown file extension|Unexpected token|Unexpected identifier|Cannot use import|Invalid or unexpected|Missing initializer|ERR_UNSUPPORTED|ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|Unexpected strict mode|decorator/i

/** @throws Failure with the file and the original error */
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

/** `require` treats a file without an extension as CommonJS, whatever its package.json says, as for .sequelizerc. */
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
    // Imports without an extension, or of TypeScript: the project uses a bundler or a loader for them.
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

/** The main export of a file. */
export function mainOf(exports: Fields): unknown {
  const main = exports.default
  const nested = isObject(main) && main.__esModule ? main.default : undefined
  return nested ?? main ?? exports
}
