/** Chooses stamps that sort after all existing migrations, because a migration's name decides when it runs. */

import type { MigrationContext } from '../types'

const isMigration = (name: string): boolean => /^(?!.*\.d\.[cm]?ts$).*\.([cm]?[jt]s|sql)$/.test(name)

/** `2025-05-30t12-00-00-add.cjs` as `20250530120000-add.cjs`, by which names of either form are compared. */
export const plain = (name: string): string =>
  name.replace(/^(\d{4})[-_.](\d\d)[-_.](\d\d)[-_.tT](\d\d)[-_.](\d\d)[-_.](\d\d)/, '$1$2$3$4$5$6')

/** The stamp as the neighbours write it. */
export function stampText(stamp: string, { between }: MigrationContext['naming']): string {
  if (!between) return stamp
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)?.slice(1) ?? [stamp]
  return parts.map((part, index) => part + (index < parts.length - 1 ? between[index] : '')).join('')
}

/** The last existing migration in sort order, among those whose name begins with a digit. */
export function newestOf(existing: readonly string[]): string | undefined {
  return existing
    .filter((name) => isMigration(name) && /^\d/.test(name))
    .reduce<string | undefined>(later, undefined)
}

/** The highest of counted numbers: V10 comes after V9. */
function highestOf(existing: readonly string[], prefix: string): bigint | undefined {
  const numbers = existing.flatMap((name) => {
    const [, number] = new RegExp(`^${prefix}(\\d+)`).exec(isMigration(name) ? name : '') ?? []
    return number === undefined ? [] : [BigInt(number)]
  })
  return numbers.reduce<bigint | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
}

const later = (a: string | undefined, b: string): string => (a === undefined || plain(b) > plain(a) ? b : a)

/** The stamp of the next migration: the given one, unless it would sort before an existing migration. */
export function firstStamp({ existing, timestamp, fixed, naming }: MigrationContext): string {
  if (naming.count) return counted(naming.count, highestOf(existing, naming.prefix))
  const newest = newestOf(existing)
  if (fixed || newest === undefined || timestamp > plain(newest)) return timestamp
  return nextStamp(plain(newest).replace(/\D.*$/s, '').slice(0, 14).padEnd(14, '0'))
}

/**
 * Stamps of one run rise by a second. If they would pass the minute of the run, they begin earlier, so that a
 * colleague's next migration still sorts after them.
 */
export function beginFor(migrations: MigrationContext, count: number): MigrationContext {
  const { timestamp, fixed, naming } = migrations
  const time = timeOf(timestamp)
  const seconds = Number(timestamp.slice(12))
  const beyond = count - 1 - (59 - seconds)
  if (fixed || naming.count || beyond <= 0 || stampOf(time) !== timestamp) return migrations
  return { ...migrations, timestamp: stampOf(time - beyond * 1000) }
}

function counted(
  { width, atLeast }: { width: number; atLeast: string },
  highest: bigint | undefined,
): string {
  const next = highest === undefined ? 1n : highest + 1n
  const least = BigInt(atLeast || 0)
  return String(next > least ? next : least).padStart(width, '0')
}

/** Adds one second, or 1 if the number is no valid time. */
export function nextStamp(stamp: string): string {
  const time = timeOf(stamp)
  if (stampOf(time) !== stamp) return String(BigInt(stamp) + 1n).padStart(stamp.length, '0')
  return stampOf(time + 1000)
}

function timeOf(stamp: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

const stampOf = (time: number): string =>
  Number.isNaN(time) ? '' : new Date(time).toISOString().replace(/\D/g, '').slice(0, 14)

/** A note about the order of migrations, for the terminal. */
export function orderNote(migrations: MigrationContext, name: string): string | undefined {
  if (migrations.naming.count) return undefined
  const newest = newestOf(migrations.existing)
  if (newest === undefined) return undefined
  if (plain(name) < plain(newest)) return `${name} would run before ${newest}. ${wayOut(migrations)}`
  if (migrations.fixed || migrations.timestamp > plain(newest)) return undefined
  return (
    `A migration stamped ${migrations.timestamp} would run before ${newest}, so ${name} is stamped after it. ` +
    'Check the clock, or pass --timestamp.'
  )
}

const wayOut = ({ fixed }: MigrationContext): string =>
  fixed ? 'Pass a later --timestamp, or none.' : 'Give it a name that sorts last before you migrate.'
