/** Checks the options of a program against those of the command, so that a slip is told and not passed over. */

import { COMMANDS, optionsOf } from '../cli/command-list'
import type { Option } from '../cli/command-options'
import { UserError } from '../errors'
import { nearest } from '../nearest'
import { pageAt } from '../our-names'

/** The functions, each with the command that it is. */
export const FUNCTIONS = {
  check: 'check',
  plan: 'run',
  apply: 'run',
  why: 'why',
  diagnose: 'diagnose',
  verify: 'verify',
  doctor: 'doctor',
  deploy: 'deploy',
  rollback: 'rollback',
} as const

export type FunctionName = keyof typeof FUNCTIONS

/** Options of the command line that a program has otherwise, and how. */
const OTHERWISE: Record<string, string> = {
  format: "Make a report of what comes back: format(outcome, 'sarif').",
  outputFile: "Make a report of what comes back, and write it: format(outcome, 'sarif').",
  maxShow: "It is an option of reports: format(outcome, 'terminal', { maxShow: 50 }).",
  quiet: 'It is an option of reports on the command line: look at outcome.exitCode.',
  noColor: "It is an option of reports: format(outcome, 'terminal', { color: true }).",
  printConfig: 'The settings are those that you pass, over those of the config file.',
  dryRun: 'plan() writes nothing, apply() writes.',
  envFile: 'Set the environment of your process before, for example by process.loadEnvFile().',
}

/** What only a program can pass. */
const CALLBACKS: Record<FunctionName, string[]> = {
  check: [],
  plan: ['choose'],
  apply: ['choose', 'confirm'],
  why: [],
  diagnose: [],
  verify: [],
  doctor: [],
  deploy: ['confirm', 'onLine'],
  rollback: ['confirm', 'onLine'],
}

const PATHS: Option = { takes: 'values', does: '' }
const CWD: Option = { takes: 'value', does: '' }

const inCamelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The options of a function that are also options of the command line, by their names here. */
export function optionsOfFunction(name: FunctionName): Map<string, Option> {
  const command = COMMANDS.find((one) => one.name === FUNCTIONS[name])
  const own = command
    ? [...optionsOf(command)].map(([key, option]) => [inCamelCase(key), option] as const)
    : []
  const isAsked = (key: string) => !(key in OTHERWISE) && (key !== 'yes' || FUNCTIONS[name] !== 'run')
  return new Map([['cwd', CWD], ['paths', PATHS], ...own.filter(([key]) => isAsked(key))])
}

/** @throws UserError if there is no such option, or it cannot have this value */
export function checkOptions(name: FunctionName, options: object): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new UserError(`${name}() takes an object of options.`, `Write ${name}({ paths: ['models'] }).`)
  const known = optionsOfFunction(name)
  const callbacks = ['onProgress', ...CALLBACKS[name]]
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue
    const option = known.get(key)
    const problem = option ? problemOf(option, value) : callbacks.includes(key) ? notCalled(value) : undefined
    if (problem)
      throw new UserError(`The option ${key} of ${name}() ${problem}`, `${pageAt('api')} has its type.`)
    if (!option && !callbacks.includes(key)) throw noOption(name, key, [...known.keys(), ...callbacks])
  }
}

const notCalled = (value: unknown): string | undefined =>
  typeof value === 'function' ? undefined : 'must be a function.'

function problemOf({ takes, number, choices }: Option, value: unknown): string | undefined {
  if (takes === 'nothing') return typeof value === 'boolean' ? undefined : 'must be true or false.'
  if (takes === 'values') {
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')
    return isList ? undefined : 'must be a list of strings.'
  }
  if (number) {
    const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= 0
    return isWhole ? undefined : 'must be a whole number.'
  }
  if (typeof value !== 'string' || value === '') return 'must be a string that is not empty.'
  const among = choices?.()
  return among && !among.includes(value)
    ? `cannot be "${value}": it is one of ${among.join(', ')}.`
    : undefined
}

function noOption(name: FunctionName, key: string, known: string[]): UserError {
  const near = nearest(key, known)
  const otherwise = OTHERWISE[key]
  return new UserError(
    `${name}() has no option ${key}.`,
    otherwise ?? (near ? `Did you mean ${near}?` : `It has ${known.join(', ')}.`),
  )
}

/** @throws UserError if what stands before the options is no text */
export function checkText(given: unknown, name: 'why' | 'diagnose', what: string): void {
  if (typeof given !== 'string')
    throw new UserError(`${name}() takes ${what} as a text.`, `${pageAt('api')} has an example.`)
}
