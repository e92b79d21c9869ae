/** Makes a machine whose queryInterface records the operations of a history as it reads the files. */

import {
  createMachine,
  type Machine,
  type Reader,
  type RValue,
  type Site,
  snapshot,
  unknownFor,
} from '../ast'
import type { Change, Origin, Unknown, Value } from '../types'
import { isFunction, isRef } from '../values'
import { asWritten } from './as-written'
import { type BuilderCall, type Built, changesOf, onTable } from './knex'
import { type Operation, type OperationCall, tableIn } from './operation'
import { sqlIn } from './raw-sql'

/** One change of a history, in the order of reading. */
export interface Step {
  change: Change
  at: Origin
  operation: string
  sure: boolean
  /** The file that contains the SQL. */
  from?: string
}

/** Matches methods whose result only a database knows. */
const asks = /^(describe|show|list|select|tableExists|columnExists|getForeignKey|is)/

/** The name of the reference that `up` gets as its queryInterface. */
export const QUERY_INTERFACE = 'queryInterface'

/** Settings for recording calls. */
interface Noting extends Pick<OperationCall, 'dialect'> {
  /** Sequelize's version. */
  sequelize?: string
  /** All operations, by method. */
  operations: Map<string, Operation>
  /** The value of --env or NODE_ENV, if one is set. */
  environment?: string
  /** Folders of the configuration; a relative path may start from one of them. */
  folders?: string[]
  /** Maps the text of a file that the code reads to the file. */
  texts?: Map<string, string>
  /** The recorded steps, in order. */
  steps: Step[]
  /** Runs for each call of the queryInterface, whatever the call does. */
  onCall(): void
  /** Runs when the code of one file takes a value, or the text, of another. */
  used?(file: string, other: string): void
}

const isQueryInterface = (receiver: RValue): boolean => isRef(receiver) && receiver.module === QUERY_INTERFACE

export function takingNotes(reader: Reader, root: string, noting: Noting): Machine {
  const texts = new Map<string, string>()
  const tables: Built[][] = []
  const machine: Machine = createMachine(
    reader,
    {
      environment: noting.environment,
      folders: noting.folders,
      handed: (file, text) => void texts.set(text, file),
      runCallbacks: true,
      used: noting.used,
      effects: noting.steps,
      unnamed: (receiver, args, site) => {
        if (!isQueryInterface(receiver)) return
        const table = tableIn(snapshot(machine.force(args[0]), machine))
        const unknown = unknownFor(site, 'the name of the method is not known')
        const change: Change = { do: 'unread', tables: table ? [table] : [], unknown, takes: true }
        noting.onCall()
        noting.steps.push({ change, at: site.at, operation: 'call', sure: true })
      },
      isMethod: (name) => noting.operations.has(name),
      method: (receiver, name, args, site) =>
        noteCall(machine, { receiver, name, args, site, tables }, { ...noting, texts }),
      call: (callee, args, _isNew, site) => handedOver(callee, args, site, machine, noting.steps),
    },
    root,
  )
  return machine
}

/** Returns the place in the migration: that of the call, or where the migration calls the helper that makes it. */
const placeOf = ({ at, stack }: Site): Origin => {
  const home = stack[0]?.at.file ?? at.file
  return at.file === home ? at : (stack.findLast((one) => one.at.file === home)?.at ?? at)
}

function noteCall(m: Machine, call: BuilderCall, noting: Noting): RValue {
  const { receiver, name, args, site } = call
  const ofTable = onTable(m, call)
  if (ofTable !== undefined) return ofTable
  if (isQueryInterface(receiver)) noting.onCall()
  const changes = changesOf(m, call)
  if (changes) {
    noting.onCall()
    for (const change of changes)
      noting.steps.push({ change, at: placeOf(site), operation: name, sure: m.guarded === 0 })
    return answer(site)
  }
  return note(m, name, args, site, noting)
}

/** Records an unread change if a function that cannot be read gets the queryInterface, because it may do anything. */
function handedOver(callee: RValue, args: RValue[], site: Site, m: Machine, steps: Step[]): RValue {
  const isOurs = (one: RValue) => isRef(one) && one.module === QUERY_INTERFACE && one.path.length === 0
  if (!args.some(isOurs)) return undefined
  if (isRef(callee) && callee.file) {
    const result = m.force({ ...callee, args, site })
    if (!isRef(result)) return result
  }
  const unknown = unknownFor(site, 'the function that gets the queryInterface cannot be read')
  steps.push({
    change: { do: 'unread', tables: [], unknown },
    at: placeOf(site),
    operation: 'call',
    sure: true,
  })
  return undefined
}

function note(
  m: Machine,
  name: string,
  args: RValue[],
  site: Site,
  { operations, onCall, texts, steps, ...noting }: Noting,
): RValue {
  const operation = operations.get(name)
  if (name === 'sync') steps.push(syncing(site))
  if (!operation) return asks.test(name) ? answer(site) : undefined
  onCall()
  const call = { args: args.map((one) => snapshot(m.force(one), m)), at: site.at, ...noting }
  const from = fileOf(sqlIn(call.args[0]), texts)
  const isSql = /query|runSql|raw/.test(name)
  for (const change of operation.changes(call)) {
    steps.push({
      ...(from !== undefined && { from }),
      change: isSql ? change : asWritten(change, noting),
      at: placeOf(site),
      operation: isSql ? 'sql' : name,
      sure: m.guarded === 0 && !call.args.slice(0, 2).some(isOneOf),
    })
  }
  const callback = args.at(-1)
  if (isFunction(callback)) m.call(callback, [], undefined, site)
  return answer(site)
}

/** `sync()` makes the tables of models, which a migration does not tell. */
const syncing = (site: Site): Step => ({
  change: {
    do: 'unread',
    tables: [],
    unknown: unknownFor(site, 'sync() makes what the models ask for'),
  },
  at: site.at,
  operation: 'sync',
  sure: true,
})

/** Returns the file that contains this SQL, as a whole or as a part of its text. */
const fileOf = (sql: Value, texts = new Map<string, string>()): string | undefined =>
  typeof sql === 'string' && sql !== ''
    ? (texts.get(sql) ?? [...texts].find(([text]) => text.includes(sql))?.[1])
    : undefined

/** Whether a value is a choice, of which only one table or text applies. */
const isOneOf = (value: Value | undefined): boolean => typeof value === 'object' && value?.kind === 'choice'

const answer = ({ at }: Site): Unknown => ({
  kind: 'unknown',
  text: 'the answer of the database',
  at,
  why: 'only the database knows it',
})
