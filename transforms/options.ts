/** Reads the options of the jscodeshift command line. */

import path from 'node:path'
import { UserError } from '../src/errors'
import type { Options } from './jscodeshift'

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
 * jscodeshift takes the word after an unknown option for its value.
 *
 * @throws UserError if the word was not meant as the value
 */
export function flag(options: Options, name: string): boolean {
  const value: unknown = options[name]
  if (value === undefined || value === false) return false
  if (value === true || value === 1) return true
  throw new UserError(`--${name} took "${String(value)}" for its value.`, `Say it as --${name}=true.`)
}

/** Whether --only or --all is given: then the repair is done as requested, whatever the history says. */
export const isAsTold = (options: Options): boolean => names(options.only).length > 0 || flag(options, 'all')

/** Resolves a path as the user's shell does. */
export const folderFrom = (value: string): string => path.resolve(value)

/** jscodeshift converts text that looks like a number. */
export const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))
