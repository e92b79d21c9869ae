/**
 * The command line of a hook: `check`, files, and options as they are usually written. It starts many times a day, and
 * yargs takes longer to load than such a check to run; whatever is not quite plain is left to yargs.
 */

import { CHECK } from './command-options'
import type { Given } from './settings'

interface Option {
  type: 'string' | 'boolean'
  array?: boolean
  choices?: readonly string[]
  default?: string
}

const options = new Map<string, Option>(Object.entries(CHECK))

/** undefined: yargs has to say what it means, or what is wrong with it. */
export function plainCheck([command, ...words]: string[]): Given | undefined {
  if (command !== 'check') return undefined
  const paths: string[] = []
  const given = new Map<string, string | string[] | boolean>()
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    if (isPlain(word)) paths.push(word)
    else {
      const option = word.startsWith('--') ? options.get(word.slice(2)) : undefined
      const value = option?.type === 'boolean' ? true : words[++index]
      if (!option || !take(word.slice(2), option, value, given)) return undefined
    }
  }
  for (const [name, option] of options)
    if (option.default !== undefined && !given.has(name)) given.set(name, option.default)
  const named = Array.from(given, ([name, value]) => [camelCase(name), value])
  return { paths, ...Object.fromEntries(named) }
}

/** @returns false for what is not plain: said twice, left out, or none of the choices */
function take(
  name: string,
  { array, choices }: Option,
  value: string | true | undefined,
  given: Map<string, string | string[] | boolean>,
): boolean {
  if (value === undefined || (value !== true && !isPlain(value))) return false
  if (value !== true && choices?.includes(value) === false) return false
  const before = given.get(name)
  if (before !== undefined && !array) return false
  given.set(name, array && value !== true ? [...((before as string[] | undefined) ?? []), value] : value)
  return true
}

/** yargs takes quotes away, a last word `help` for the option, and `true` behind a flag for its value. */
const isPlain = (word: string): boolean => /^[^-'"`][^'"`]*$/.test(word) && !/^(help|true|false)$/.test(word)

const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
