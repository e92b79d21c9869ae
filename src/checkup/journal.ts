/** Compares the list of migrations that have run with the files. The list holds names with extensions. */

import type { Trap } from './trap'

const stem = (name: string): string => name.replace(/\.[cm]?[jt]s$/, '')

export const journal: Trap = {
  subject: 'SequelizeMeta',
  look({ migrations, live }) {
    if (!live) return []
    if (!live.ran) return [{ state: 'note', says: 'no list is kept of what has run (migrationStorage)' }]
    const files = migrations.filter((name) => /^(?!.*\.d\.ts$).*\.(cjs|js|cts|ts)$/.test(name))
    const { ran } = live
    const renamed = files.filter((name) => !ran.includes(name) && ran.some((one) => stem(one) === stem(name)))
    const pending = files.filter((name) => !ran.some((one) => stem(one) === stem(name)))
    const unknown = ran.filter((name) => !files.some((one) => stem(one) === stem(name)))
    return [
      { state: 'note', says: `${files.length - pending.length} of ${files.length} migrations have run` },
      ...row(pending, 'note', 'waiting to be run'),
      ...row(unknown, 'failed', 'noted as run, and not among the files; undo fails on such a one'),
      ...row(renamed, 'failed', 'noted as run with another ending, so it would run again'),
    ]
  },
}

const row = (names: string[], state: 'note' | 'failed', what: string) =>
  names.length ? [{ state, says: `${what}: ${listed(names)}` }] : []

const listed = (names: string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')
