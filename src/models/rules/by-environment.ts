/** Words a disagreement between environments, and names the option that settles it. */

import { basename } from 'node:path'
import type { Origin, Step, Unknown } from '../../types'
import { quote, unknown } from './known'

const ENVIRONMENTS = /^(local|dev|development|test|testing|ci|qa|stage|staging|uat|prod|production)$/

/** The result of one environment. */
interface EnvironmentResult {
  when: string
  at: Origin
  text: string
  trace: Step[]
}

/** Says 'development says "a", test and production say nothing (config.js)'; undefined if these are no environments. */
export function byEnvironment(all: EnvironmentResult[]): Unknown | undefined {
  const [first] = all
  if (!first || !all.some(({ when }) => ENVIRONMENTS.test(when))) return undefined
  if (!all.every(({ when }) => /^[\w-]+$/.test(when))) return undefined
  const names = new Map<string, Set<string>>()
  for (const one of all) {
    const text = isSilent(one) ? 'nothing' : one.text.replace(/^(not )?needed$/, 'that the column is $&')
    names.set(text, (names.get(text) ?? new Set()).add(one.when))
  }
  const parts = [...names].map(([text, whens]) => `${listed([...whens])} ${text}`)
  const suggested = all.find(({ when }) => /^prod/.test(when)) ?? first
  return {
    ...unknown([...names.keys()].join(' | '), first.at, `${parts.join(', ')} (${basename(first.at.file)})`),
    saysAll: true,
    remedy: `Name the environment that is meant: --env ${suggested.when}.`,
  }
}

/** Whether the environment leaves Sequelize's own default in place. */
const isSilent = ({ text, trace }: EnvironmentResult): boolean =>
  (text === 'false' && isUnset('paranoid', trace)) ||
  (text === quote('deletedAt') && isUnset('deletedAt', trace))

const isUnset = (option: string, trace: Step[]): boolean =>
  trace.some(({ says }) => says.startsWith(`${option} is not set`))

function listed(names: string[]): string {
  const last = names.at(-1)
  return names.length === 1 ? `${last} says` : `${names.slice(0, -1).join(', ')} and ${last} say`
}
