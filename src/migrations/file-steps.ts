/** Reads one migration file and returns its steps. */

import path from 'node:path'
import { asFault, type Machine, type Reader, type Ref, type RValue, refill, startOf, startSite } from '../ast'
import { isChoice, isFunction, isHost } from '../values'
import { QUERY_INTERFACE, type Step } from './notes'
import { changesIn } from './raw-sql'
import { forward, sqlBeside } from './sql-files'
import { doesNothing, upOf, wrappedIn } from './up'

/** The steps of a file, and the reason to report if there are none. */
export interface FileSteps {
  steps: Step[]
  silent?: string
}

/**
 * Reads a .sql file, or db-migrate's SQL file of a migration, or `up`. If that throws, an unread change is the file's step,
 * so that no table it may touch counts as proven.
 * @param noted the steps that the machine's queryInterface notes
 */
export function stepsOf(file: string, m: Machine, noted: Step[], dialect: string | undefined): FileSteps {
  const sql = /\.sql$/i.test(file) ? file : sqlBeside(file, m.reader)
  if (sql !== undefined) return { steps: sqlSteps(sql, m.reader, dialect) }
  try {
    return migration(file, m, noted)
  } catch (error) {
    return { steps: [unreadFile(file, asFault(error, file).message)] }
  }
}

function sqlSteps(file: string, reader: Reader, dialect: string | undefined): Step[] {
  const at = startOf(file)
  const changes = changesIn(forward(reader.read(file) ?? ''), dialect, at)
  return changes.map((change) => ({ change, at, operation: 'sql', sure: true }))
}

const reach = (name: string): Ref => ({ kind: 'ref', module: name, path: [], text: name })

/** Reads `up` of a file. A file without `up` is no migration unless its name looks like one. */
function migration(file: string, m: Machine, noted: Step[]): FileSteps {
  refill(m)
  noted.length = 0
  const module = m.module(file)
  if (!module) return { steps: [unreadFile(file, m.faults.get(file)?.message ?? 'it cannot be read')] }
  const site = startSite(module)
  const [up, self] = upOf(file, m, site)
  if (up === undefined) return { steps: [], ...(isNamedSo(file) && { silent: 'no up was found in it' }) }
  const isRead = isFunction(up) || isHost(up) || isChoice(up)
  // If there are several possible ups, or a package wraps it, each is guarded, like a branch.
  if (!isFunction(up) && !isHost(up)) m.guarded++
  // The arguments fit sequelize-cli (queryInterface, Sequelize), umzug ({ context }) and db-migrate (db, callback).
  withoutDown(m.force(m.get(self, 'down', site)), m, () => {
    for (const one of isRead ? [up] : wrappedIn(up))
      m.call(one, [reach(QUERY_INTERFACE), reach('sequelize')], self, site)
  })
  if (!isRead) noted.push(unreadFile(file, 'its up is not a function that can be read'))
  m.guarded = 0
  if (m.budget <= 0) noted.push(unreadFile(file, 'reading the whole file takes too long'))
  const steps = noted.splice(0)
  return { steps, ...(!doesNothing(up) && { silent: 'no operation was found in its up' }) }
}

/** Ignores guarded calls of `down` inside `up`, such as a fallback after an error. */
function withoutDown(down: RValue, m: Machine, run: () => void): void {
  const { call } = m
  m.call = (callee, args, self, site) =>
    m.guarded && isFunction(down) && m.force(callee) === down ? undefined : call(callee, args, self, site)
  run()
  m.call = call
}

/** Whether a file's name looks like a migration's; other files may be helpers. */
const isNamedSo = (file: string): boolean => /^[\dV]\d/.test(path.win32.basename(file))

export const unreadFile = (file: string, message: string): Step => {
  const at = startOf(file)
  return {
    change: {
      do: 'unread',
      tables: [],
      unknown: { kind: 'unknown', text: path.win32.basename(file), at, why: message },
    },
    at,
    operation: 'file',
    sure: true,
  }
}
