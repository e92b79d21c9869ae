/** Compares the models as read with Sequelize's own at run time, takes the latter and reports differences. */

import path from 'node:path'
import type { Model, Reflected, Reflection, Step } from '../types'
import { isUnknown, tableText } from '../values'

interface Compared {
  models: Model[]
  /** One sentence for each difference between the model as read and at run time. */
  differences: string[]
}

/** @param asked absolute paths; a model seen only at run time is added if it lies in one of these files */
export function compareWithRuntime(
  models: Model[],
  { models: real }: Reflection,
  asked: Set<string>,
): Compared {
  const left = new Set(real)
  const differences: string[] = []
  const found = models.map((model) => {
    const its = twinOf(model, models, left)
    if (!its) return model
    left.delete(its)
    differences.push(...differencesOf(model, its))
    return asIs(model, its)
  })
  // A factory may run twice, by an index and by itself: that is one model, unless the tables differ.
  const tables = new Map(found.map((model) => [keyOf(model.origin, model.name), model.table]))
  const unread = [...left].flatMap((one) => {
    const place = one.places.find(({ file }) => asked.has(file))
    if (!place || !one.needsColumn) return []
    const known = tables.get(keyOf(place, one.name))
    if (known && sameTable(one, { table: known })) return []
    tables.set(keyOf(place, one.name), one.table)
    const what = known ? `its second table "${tableText(one.table)}"` : 'it'
    differences.push(
      `${one.name}: ${what} is not seen by reading ${shortOf(place.file)}, and is there at run time.`,
    )
    return [onlyAtRunTime(one, place)]
  })
  return { models: [...found, ...unread], differences }
}

const keyOf = ({ file }: { file: string }, name: unknown): string => `${file} ${String(name)}`

/** Matches by file and name, by name and table (a helper in another file may define it), or as a file's only model. */
function twinOf(model: Model, models: Model[], left: Set<Reflected>): Reflected | undefined {
  const real = [...left]
  const inFile = real.filter(({ places }) => places.some(({ file }) => file === model.origin.file))
  const sameName = (one: Reflected) => one.name === model.name
  // The same name and table may stand in another application of the repository: that one is its own model's twin.
  const isOfAnother = ({ name, places }: Reflected) =>
    models.some(
      (other) =>
        other.name === name && other !== model && places.some(({ file }) => file === other.origin.file),
    )
  const alone = models.filter(({ origin }) => origin.file === model.origin.file).length === 1
  return (
    inFile.find((one) => sameName(one) && sameTable(one, model)) ??
    inFile.find(sameName) ??
    real.find((one) => sameName(one) && sameTable(one, model) && !isOfAnother(one)) ??
    (alone && inFile.length === 1 ? inFile[0] : undefined)
  )
}

const sameTable = ({ table }: Reflected, { table: read }: Pick<Model, 'table'>): boolean =>
  !isUnknown(read) && read.name === table.name && (read.schema ?? '') === (table.schema ?? '')

/** Describes each value that was read wrongly; an unknown value that becomes known is no difference. */
function differencesOf(model: Model, real: Reflected): string[] {
  const { table } = model
  const compared: [rule: string, what: string, read: unknown, is: unknown][] = [
    ['R3', 'table', isUnknown(table) ? table : tableText(table), tableText(real.table)],
    ['R1', 'paranoid', model.paranoid, real.paranoid],
    ['R10', 'use of a column', model.needsColumn, real.needsColumn],
    ['R12', 'attribute', model.attribute, real.attribute],
    ['R14', 'column', model.column, real.column],
  ]
  return compared
    .filter(([, , read, is]) => !isUnknown(read) && read !== is)
    .map(
      ([rule, what, read, is]) =>
        `${real.name}: ${rule} ${what} was read as ${shown(read)}, and is ${shown(is)} at run time.`,
    )
}

const shown = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value))

function asIs(model: Model, { name, table, paranoid, needsColumn, attribute, column }: Reflected): Model {
  const settles: Step = { rule: 'run', says: saysOf({ table, needsColumn, column }), at: model.origin }
  const { attribute: _, column: __, ...rest } = model
  return {
    ...rest,
    name,
    table,
    paranoid,
    needsColumn,
    ...(attribute !== undefined && { attribute }),
    ...(column !== undefined && { column }),
    trace: [...model.trace, settles],
  }
}

const saysOf = ({
  table,
  needsColumn,
  column,
}: Pick<Reflected, 'table' | 'needsColumn' | 'column'>): string =>
  `At run time the table is "${tableText(table)}", and ${needsColumn ? `the column "${column}" is used` : 'no column is used'}.`

function onlyAtRunTime(real: Reflected, { file, line }: Reflected['places'][number]): Model {
  const origin = { file, line, column: 1, span: [0, 0] as const }
  const { name, table, paranoid, needsColumn, attribute, column } = real
  const trace: Step[] = [{ rule: 'run', says: saysOf(real), at: origin }]
  return {
    name,
    style: 'define',
    table,
    paranoid,
    needsColumn,
    ...(attribute !== undefined && { attribute }),
    ...(column !== undefined && { column }),
    underscored: false,
    origin,
    sites: {},
    trace,
  }
}

const shortOf = (file: string): string => path.win32.basename(file)
