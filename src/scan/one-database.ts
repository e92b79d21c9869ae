/** Refuses work that is for one database where the tree holds several. */

import { namesOf } from '../databases'
import { UserError } from '../errors'
import type { ModelDatabase } from '../types'

/** @throws UserError if the tree holds several databases, because a connection reaches only one */
export function checkOne(databases: ModelDatabase[], cwd: string): void {
  const all = databases.filter(({ isRest }) => !isRest)
  const one = all.find(({ name }) => name !== '.')
  if (all.length < 2 || !one) return
  const { paths, migrations } = one.history ? namesOf(one.history, cwd) : { paths: [], migrations: [] }
  const words = migrations.length ? [...paths, '--migrations', ...migrations] : ['--workspace', one.name]
  throw new UserError(
    `This tree holds ${all.length} databases, and a connection is to one: ${all.map(({ name }) => name).join(', ')}.`,
    `Name one: ${words.join(' ')}.`,
  )
}
