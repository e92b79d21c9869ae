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

/**
 * jscodeshift takes the word behind an option it does not know for its value.
 *
 * @throws UserError where that was meant to be something else
 */
export function flag(options: Options, name: string): boolean {
  const value: unknown = options[name]
  if (value === undefined || value === false) return false
  if (value === true || value === 1) return true
  throw new UserError(`--${name} took "${String(value)}" for its value.`, `Say it as --${name}=true.`)
}

/** Named models, and all with --all: a repair is done as told, whatever the history says of them. */
export const isAsTold = (options: Options): boolean => names(options.only).length > 0 || flag(options, 'all')

/** As the user's shell has it. */
export const folderFrom = (value: string): string => path.resolve(value)

/** jscodeshift reads what looks like a number as one. */
export const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
