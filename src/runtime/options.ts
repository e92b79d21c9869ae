/** Checks the options of a program, which may have no types to tell a slip. */

import { UserError } from '../errors'
import { nearest } from '../nearest'
import { pageAt } from '../our-names'

const isNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** What each option may be. */
const OPTIONS: Record<string, { must: string; is(value: unknown): boolean }> = {
  onDrift: {
    must: "'throw', 'warn' or a function",
    is: (value) => value === 'throw' || value === 'warn' || typeof value === 'function',
  },
  only: { must: 'a list of names of models', is: isNames },
  except: { must: 'a list of names of models', is: isNames },
  strict: { must: 'true or false', is: (value) => typeof value === 'boolean' },
}

/** @throws UserError if there is no such option, or it cannot have this value */
export function checkOptions(options: object): void {
  for (const [key, value] of Object.entries(options)) {
    const option = Object.hasOwn(OPTIONS, key) ? OPTIONS[key] : undefined
    if (!option) {
      const near = nearest(key, Object.keys(OPTIONS))
      const names = Object.keys(OPTIONS).join(', ')
      throw new UserError(
        `There is no option ${key}.`,
        near ? `Did you mean ${near}?` : `Choose among ${names}.`,
      )
    }
    if (value !== undefined && !option.is(value))
      throw new UserError(`The option ${key} must be ${option.must}.`, `${pageAt('runtime')} has its type.`)
  }
}
