/** What a user of jscodeshift said on the command line. */

import path from 'node:path'
import type { Options } from 'jscodeshift'
import { UserError } from '../src/errors'

/** `--only=User,Post`, or given several times. */
export const names = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .flatMap((one) => String(one).split(','))
    .filter(Boolean)

/** @throws UserError */
export function required(options: Options, name: string, example: string): string {
  const value: unknown = options[name]
  if (typeof value === 'string' && value) return value
  throw new UserError(`--${name} is missing.`, `Say it as --${name}=${example}.`)
}

/** As the user's shell has it. */
export const folderFrom = (value: string): string => path.resolve(value)

/** jscodeshift reads what looks like a number as one. */
export const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
