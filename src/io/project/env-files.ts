/** `--env-file`: loads variables from files for the tool and its child processes. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as util from 'node:util'
import { codeOf, UserError } from '../../errors'

/**
 * Works like `node --env-file`: variables that are set stay, and the last file wins.
 *
 * @throws UserError if a file cannot be read
 */
export function loadEnvFiles(files: string[], cwd: string): void {
  if (typeof util.parseEnv !== 'function')
    throw new UserError(
      '--env-file needs Node 20.12 or later.',
      'Update Node, or set the variables in the shell.',
    )
  const variables = Object.assign({}, ...files.map((file) => util.parseEnv(textOf(file, cwd))))
  for (const [name, value] of Object.entries<string>(variables)) process.env[name] ??= value
}

function textOf(file: string, cwd: string): string {
  try {
    return readFileSync(path.resolve(cwd, file), 'utf8')
  } catch (error) {
    const code = codeOf(error)
    throw new UserError(
      `The file ${file} of --env-file ${code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`}.`,
      'Check its path: it counts from the working directory.',
    )
  }
}
