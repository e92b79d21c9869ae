/** DOOR. Replays migration files and returns the Schema that they build. */

import { asFault, findSyntaxFaults, type Reader, ReadingFault } from '../ast'
import { applyChange, emptySchema, noteStep } from '../judging'
import type { Schema, TableName, Unheard } from '../types'
import { addColumn } from './add-column'
import { addColumns, dropColumns } from './add-columns'
import { addConstraint, removeConstraint } from './add-constraint'
import { addIndex, removeIndex } from './add-index'
import { changeColumn } from './change-column'
import { createTable } from './create-table'
import { dropAllTables, dropSchema, dropTable } from './drop-table'
import { type FileSteps, stepsOf, unreadFile } from './file-steps'
import { type Step, takingNotes } from './notes'
import type { Operation } from './operation'
import { inOwnDatabase } from './own-database'
import { rawSql } from './raw-sql'
import { naming, plainOf, wordsOf } from './relevance'
import { removeColumn } from './remove-column'
import { renameColumn } from './rename-column'
import { renameTable } from './rename-table'
import { moves, touching, usesNoted } from './touched'

export { isMigration, type Layout, layoutOf, migrationFiles } from './folders'
export { inOrder } from './order'

/** All operations. */
const operations: Operation[] = [
  createTable,
  dropTable,
  dropAllTables,
  dropSchema,
  renameTable,
  addColumn,
  addColumns,
  removeColumn,
  ...dropColumns,
  renameColumn,
  changeColumn,
  addIndex,
  removeIndex,
  addConstraint,
  removeConstraint,
  ...rawSql,
]

const byMethod = new Map(operations.map((one) => [one.method, one]))
const words = wordsOf(operations)

interface Replayed {
  dialect?: string
  /** Sequelize's version. */
  sequelize?: string
  root: string
  /** The value of --env or NODE_ENV, if one is set. */
  environment?: string
  /** Folders of the configuration; a relative path may start from one of them. */
  folders?: string[]
  /** Runs when the code of one file takes a value, or the text, of another. */
  used?(file: string, other: string): void
  /** The only tables that matter; if undefined, all do. */
  tables?: TableName[]
}

/**
 * Replays the files in the given order. Runs no code: it reads `up`, with a queryInterface that records the calls.
 * @param files absolute paths; they may include .sql files
 */
export function replayMigrations(files: string[], reader: Reader, how: Replayed): Schema {
  const { dialect, tables } = how
  const schema = emptySchema(files.length ? 'migrations' : 'none')
  if (tables?.length === 0) return schema
  const plain = tables ? plainOf(files, tables, reader, words) : new Map<string, string>()
  const readFirst = readAll(
    files.filter((file) => !plain.has(file)),
    reader,
    how,
  )
  const changes = [...readFirst.values()].flatMap(({ steps }) => steps.map(({ change }) => change))
  const named = readAll(tables ? naming(plain, tables, changes) : [], reader, how)
  const everyStep = [...readFirst.values(), ...named.values()].flatMap(({ steps }) => steps)
  const changeOf = inOwnDatabase(everyStep, dialect)
  const unheard: Unheard[] = []
  for (const file of files) {
    const one = readFirst.get(file) ?? named.get(file)
    if (!one) continue
    if (one.silent) unheard.push({ file, reason: one.silent })
    const apply = (all: Step[]) => {
      for (const step of all) {
        const change = changeOf(step)
        noteStep(schema, change, { ...step, dialect })
        applyChange(schema, change, { ...step, dialect })
      }
    }
    try {
      apply(one.steps)
    } catch (error) {
      // Values of a step may be evaluated only here, so applying it can throw.
      apply([unreadFile(file, asFault(error, file).message)])
    }
  }
  return unheard.length ? { ...schema, unheard } : schema
}

/**
 * Tells which tables changed files touch, also by the names that the history gives them later.
 * @param files the migrations that have changed, and those that may use what has
 * @param changed every changed file
 * @param history all files of the history
 * @returns undefined if they may touch any table
 */
export function tablesTouched(
  files: string[],
  changed: ReadonlySet<string>,
  history: string[],
  reader: Reader,
  how: Omit<Replayed, 'tables' | 'used'>,
): ((table: TableName) => boolean) | undefined {
  const uses = usesNoted()
  const changesOf = (some: string[], counts: (file: string) => boolean = () => true) =>
    [...readAll(some, reader, { ...how, used: uses.used })].flatMap(([file, { steps }]) =>
      counts(file) ? steps.map(({ change }) => change) : [],
    )
  try {
    return touching(
      changesOf(files, (file) => uses.reaches(file, changed)),
      () => changesOf(history.filter((file) => moves.test(reader.read(file) ?? ''))),
    )
  } catch {
    // Names may be evaluated only here, which can fail.
    return undefined
  }
}

/** The number of files in memory at a time. */
const TREES = 200

/** Reads each file and returns its steps. */
function readAll(
  files: string[],
  reader: Reader,
  { dialect, sequelize, root, environment, folders, used }: Replayed,
): Map<string, FileSteps> {
  const all = new Map<string, FileSteps>()
  // Reads in portions: the syntax trees of a long history would fill the memory, and no migration needs another's.
  for (let first = 0; first < files.length; first += TREES) {
    let calls = 0
    const some = files.slice(first, first + TREES)
    const noted: Step[] = []
    const machine = takingNotes(reader, root, {
      steps: noted,
      operations: byMethod,
      dialect,
      sequelize,
      environment,
      folders,
      used,
      onCall: () => void calls++,
    })
    for (const file of some) {
      calls = 0
      const one = stepsOf(file, machine, noted, dialect)
      all.set(file, one.steps.length || calls ? { steps: one.steps } : one)
    }
    findSyntaxFaults(machine)
    for (const file of some) {
      const fault = machine.faults.get(file)
      if (!fault) continue
      const { steps = [], ...silent } = all.get(file) ?? {}
      const read = fault instanceof ReadingFault ? steps : []
      all.set(file, { ...silent, steps: [...read, unreadFile(file, fault.message)] })
    }
  }
  return all
}
