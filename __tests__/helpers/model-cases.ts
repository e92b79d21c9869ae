/** The cases of __testfixtures__/models: <style>/<what-is-special>/{expected.json, case.json?, project/}. */

import fs from 'node:fs'
import path from 'node:path'
import { scan } from '../../src/scan'
import type { Judged, TableName, Unknown } from '../../src/types'

/** A model as expected.json tells it; null is what cannot be told, or what is not needed. */
export interface Expected {
  name: string | null
  /** Relative to the project, forward slashes. */
  file: string
  table: { schema: string | null; name: string } | null
  paranoid: boolean | null
  needsColumn: boolean | null
  attribute: string | null
  column: string | null
  /** The finding that is in the model itself. */
  fault?: string
  /** Words that the reason holds; only where something is undecided. */
  undecided?: string[]
}

/** case.json; every field may be left out. */
export interface Settings {
  /** What is handed to `scan`; else ['models']. */
  paths?: string[]
  /** Files that the real Sequelize loads, in this order; else the files that expected.json names. */
  load?: string[]
  /** A method of what these files export, called with the instance and DataTypes. */
  call?: string
  /** --env. */
  environment?: string
  /** Variables of the environment, one run each; values that differ from run to run may stay undecided. */
  environments?: Record<string, string>[]
  /** Why the project cannot be loaded. */
  cannotLoad?: string
  /** Why a value may be left undecided though every run gives the same. */
  mayNotKnow?: string
}

export interface Case {
  /** style/what-is-special */
  name: string
  folder: string
  settings: Settings
  expected: Expected[]
}

export const fixtures = path.join(__dirname, '../..', '__testfixtures__', 'models')

export const namesIn = (folder: string): string[] => fs.readdirSync(folder).sort()

export function casesIn(root: string): Case[] {
  return namesIn(root).flatMap((style) =>
    namesIn(path.join(root, style)).map((special) =>
      readCase(`${style}/${special}`, path.join(root, style, special)),
    ),
  )
}

const readCase = (name: string, folder: string): Case => ({
  name,
  folder,
  settings: jsonIn(path.join(folder, 'case.json')) ?? {},
  expected: jsonIn(path.join(folder, 'expected.json')) ?? [],
})

function jsonIn<T>(file: string): T | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : undefined
}

/** A copy of the mini project. Its node_modules_ is committed under that name, since git ignores the real one. */
export function copyProject({ folder }: Case, root: string): void {
  fs.cpSync(path.join(folder, 'project'), root, { recursive: true })
  const committed = path.join(root, 'node_modules_')
  if (fs.existsSync(committed)) fs.renameSync(committed, path.join(root, 'node_modules'))
}

/** What our readers say of the project at root. */
export async function readByTool(
  root: string,
  { paths = ['models'], environment }: Settings,
): Promise<Expected[]> {
  const { models, findings } = await scan({
    cwd: root,
    paths,
    environment,
    migrations: [],
    ignore: [],
    noIgnore: false,
    only: [],
    strict: false,
  })
  const unreadable = findings.filter(({ rule }) => rule === 'unreadable')
  if (unreadable.length) throw new Error(unreadable.map(({ message }) => message).join('\n'))
  return inOrder(models.map((one) => told(one, root)))
}

function told({ model, status, reason }: Judged, root: string): Expected {
  return {
    name: known(model.name) ?? null,
    file: path.relative(root, model.origin.file).split(path.sep).join('/'),
    table: tableOf(known(model.table)),
    paranoid: known(model.paranoid) ?? null,
    needsColumn: known(model.needsColumn) ?? null,
    attribute: known(model.attribute) ?? null,
    column: known(model.column) ?? null,
    ...(model.fault && { fault: model.fault.rule }),
    ...(status === 'undecided' && { undecided: [reason ?? ''] }),
  }
}

const known = <T>(value: T | Unknown): T | undefined =>
  typeof value === 'object' && value !== null && (value as Unknown).kind === 'unknown'
    ? undefined
    : (value as T)

const tableOf = (table: TableName | undefined) =>
  table ? { schema: table.schema ?? null, name: table.name } : null

export const inOrder = (models: Expected[]): Expected[] =>
  [...models].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = ({ file, name, table }: Expected): string => JSON.stringify([file, name, table])
