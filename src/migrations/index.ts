/** DOOR. What the files have built: migrations in, a Schema out. */

import {
  createMachine,
  findSlips,
  kindOf,
  type List,
  type Machine,
  type Reader,
  type Ref,
  type RValue,
  refill,
  type Site,
  snapshot,
  unknownAt,
} from '../ast'
import { applyChange, emptySchema } from '../schema'
import type { Change, Origin, Schema, TableName, Unknown, Value } from '../types'
import { addColumn } from './add-column'
import { addConstraint, removeConstraint } from './add-constraint'
import { addIndex, removeIndex } from './add-index'
import { changeColumn } from './change-column'
import { concerning } from './concern'
import { createTable } from './create-table'
import { dropAllTables, dropSchema, dropTable } from './drop-table'
import type { Operation, OperationCall } from './operation'
import { changesIn, rawSql } from './raw-sql'
import { removeColumn } from './remove-column'
import { renameColumn } from './rename-column'
import { renameTable } from './rename-table'
import { upOf } from './up'

export { type Layout, layoutOf, migrationFiles } from './folders'
export { inOrder } from './order'

/** The list of operations. */
const operations: Operation[] = [
  createTable,
  dropTable,
  dropAllTables,
  dropSchema,
  renameTable,
  addColumn,
  removeColumn,
  renameColumn,
  changeColumn,
  addIndex,
  removeIndex,
  addConstraint,
  removeConstraint,
  ...rawSql,
]

const byMethod = new Map(operations.map((one) => [one.method, one]))

/** One operation of a history, as it was met. */
interface Step {
  change: Change
  at: Origin
  operation: string
  sure: boolean
}

/** Calls whose answer only a database knows. */
const asks = /^(describe|show|list|select|tableExists|columnExists|getForeignKey|is)/

interface Replayed {
  dialect?: string
  root: string
  /** The only tables that matter; left out: all. */
  asked?: TableName[]
  /** Of them the only columns that matter, as the models name them; left out: all. */
  columns?: string[]
}

/**
 * Replays the files in the order given. Runs no code: `up` is read, with a queryInterface that takes notes.
 * @param files absolute; .sql files count where a history is made of them
 */
export function replayMigrations(
  files: string[],
  reader: Reader,
  { dialect, root, asked, columns }: Replayed,
): Schema {
  const schema = emptySchema(files.length ? 'migrations' : 'none')
  if (asked?.length === 0) return schema
  const { read, matters } = asked ? concerning({ tables: asked, columns }, files, reader) : { read: files }
  // The trees of a long history would fill the memory, and no migration needs those of another.
  for (let first = 0; first < read.length; first += TREES) {
    const machine = takingNotes(reader, root, { dialect, matters })
    const some = read.slice(first, first + TREES).map((file) => ({
      file,
      steps: /\.sql$/i.test(file) ? sqlFile(file, reader, dialect) : stepsOf(file, machine),
    }))
    findSlips(machine)
    for (const { file, steps } of some) {
      const fault = machine.faults.get(file)
      for (const step of fault ? [unreadFile(file, fault.message)] : steps)
        applyChange(schema, step.change, { ...step, dialect })
    }
  }
  return schema
}

/** So many files are held at a time. */
const TREES = 200

/** How calls are noted. */
type Noting = Pick<OperationCall, 'dialect' | 'matters'>

function takingNotes(reader: Reader, root: string, noting: Noting): Machine {
  const machine: Machine = createMachine(
    reader,
    {
      runCallbacks: true,
      method: (receiver, name, args, site) => noteCall(machine, { receiver, name, args, site }, noting),
      call: (callee, args, _isNew, site) => handedOver(callee, args, site, machine),
    },
    root,
  )
  return machine
}

interface MethodCall {
  receiver: RValue
  name: string
  args: RValue[]
  site: Site
}

/** `queryInterface[name].apply(queryInterface, parameters)`, `.call(...)`, `.bind(...)` are calls of that method. */
function noteCall(m: Machine, { receiver, name, args, site }: MethodCall, noting: Noting): RValue {
  const method = kindOf(receiver) === 'ref' ? (receiver as Ref).path.at(-1) : undefined
  if (method === undefined || !byMethod.has(method)) return note(m, name, args, site, noting)
  if (name === 'bind') return receiver
  if (name === 'call') return note(m, method, args.slice(1), site, noting)
  const given = m.force(args[1])
  if (name === 'apply')
    return note(m, method, kindOf(given) === 'list' ? (given as List).items : [given], site, noting)
  return note(m, name, args, site, noting)
}

/** A queryInterface that is handed to a function which cannot be read may do anything there. */
function handedOver(callee: RValue, args: RValue[], site: Site, m: Machine): RValue {
  const isOurs = (one: RValue) =>
    kindOf(one) === 'ref' && (one as Ref).module === QUERY_INTERFACE && (one as Ref).path.length === 0
  if (!args.some(isOurs)) return undefined
  if (kindOf(callee) === 'ref' && (callee as Ref).file) {
    const result = m.force({ ...(callee as Ref), args, site })
    if (kindOf(result) !== 'ref') return result
  }
  const unknown = unknownAt(
    site.node,
    site.source,
    'the function that gets the queryInterface cannot be read',
  )
  m.effects.push({
    change: { do: 'unread', tables: [], unknown },
    at: site.at,
    operation: 'call',
    sure: true,
  } satisfies Step)
  return undefined
}

function note(m: Machine, name: string, args: RValue[], site: Site, noting: Noting): RValue {
  const operation = byMethod.get(name)
  if (!operation) return asks.test(name) ? answer(site) : undefined
  const call = { args: args.map((one) => snapshot(m.force(one), m)), at: site.at, ...noting }
  for (const change of operation.changes(call)) {
    m.effects.push({
      change,
      at: site.at,
      operation: /query|runSql|raw/.test(name) ? 'sql' : name,
      sure: m.guarded === 0 && !call.args.slice(0, 2).some(isOneOf),
    } satisfies Step)
  }
  const callback = args.at(-1)
  if (kindOf(callback) === 'function') m.call(callback, [], undefined, site)
  return answer(site)
}

/** Of several tables or texts only one is meant. */
const isOneOf = (value: Value | undefined): boolean => typeof value === 'object' && value?.kind === 'choice'

const answer = ({ at }: Site): Unknown => ({
  kind: 'unknown',
  text: 'the answer of the database',
  at,
  why: 'only the database knows it',
})

function sqlFile(file: string, reader: Reader, dialect: string | undefined): Step[] {
  const at: Origin = { file, line: 1, column: 1, span: [0, 0] }
  const sql = reader.read(file) ?? ''
  return changesIn(sql, dialect, at).map((change) => ({
    change,
    at,
    operation: 'sql',
    sure: true,
  }))
}

const QUERY_INTERFACE = 'queryInterface'

const reach = (name: string): Ref => ({ kind: 'ref', module: name, path: [], text: name })

/** A file that the reading itself fails on makes what it may touch unproven. */
function stepsOf(file: string, m: Machine): Step[] {
  try {
    return migration(file, m)
  } catch (error) {
    return [unreadFile(file, `reading it fails (${(error as Error).message})`)]
  }
}

/** What `up` of a file does; a file without one is no migration. */
function migration(file: string, m: Machine): Step[] {
  refill(m)
  m.effects.length = 0
  const module = m.module(file)
  if (!module) return [unreadFile(file, m.faults.get(file)?.message ?? 'it cannot be read')]
  const site: Site = {
    node: module.source.program,
    source: module.source,
    at: { file, line: 1, column: 1, span: [0, 0] },
    stack: [],
  }
  const [up, self] = upOf(file, m, site)
  if (up === undefined) return []
  if (!['function', 'host', 'choice'].includes(kindOf(up)))
    return [unreadFile(file, 'its up is not a function that can be read')]
  // One of several ups is guarded, as one of several branches is.
  if (kindOf(up) === 'choice') m.guarded++
  // (queryInterface, Sequelize) of sequelize-cli, ({ context }) of umzug, (db, callback) of db-migrate: all are reached by name.
  m.call(up, [reach(QUERY_INTERFACE), reach('sequelize')], self, site)
  m.guarded = 0
  if (m.budget <= 0) m.effects.push(unreadFile(file, 'reading the whole file takes too long'))
  return m.effects.splice(0) as Step[]
}

const unreadFile = (file: string, message: string): Step => {
  const at: Origin = { file, line: 1, column: 1, span: [0, 0] }
  return {
    change: {
      do: 'unread',
      tables: [],
      unknown: { kind: 'unknown', text: file.split(/[\\/]/).pop()!, at, why: message },
    },
    at,
    operation: 'file',
    sure: true,
  }
}
