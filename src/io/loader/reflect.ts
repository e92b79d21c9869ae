/** Reads from Sequelize itself what the project's models are, without a connection. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { optionFor } from '../../dialects'
import { columnOf, tableOf } from '../../live'
import type { Reflected, Reflection } from '../../types'
import { atWork } from './at-work'
import type { Connection } from './connect'
import { attempted, messageOf } from './failure'
import { instances, isolate, lendVariables, tame, unset } from './isolate'
import { load } from './load'
import { defineFrom, onInit } from './models'
import { findOptions } from './options'
import type { Services, Source } from './protocol'
import { type Instance, type Library, librariesIn, type ModelClass, type Options } from './sequelize'

/** The place where each model was initialized, from the stack at that moment. */
const definedAt = new Map<ModelClass, Reflected['places']>()

export async function reflect({
  source,
  first,
  files,
  dialect,
}: Parameters<Services['reflect']>[0]): Promise<ReturnType<Services['reflect']>> {
  isolate('nothing')
  lendVariables(dialect)
  const [installed, ...others] = librariesIn(source)
  const libraries: Connection['libraries'] = [installed.library, ...others.map(({ library }) => library)]
  for (const library of libraries) {
    note(library)
    tame(library)
  }
  const faults: { file: string; says: string }[] = []
  const missing = new Set<string>()
  const attempt = async (file: string, work: () => Promise<unknown>) => {
    unset.clear()
    const went = await attempted(faults, file, () => atWork(file, work))
    if (!went && !/MODULE_NOT_FOUND/.test(faults.at(-1)?.says ?? ''))
      for (const name of unset) missing.add(name)
  }
  for (const file of first) await attempt(file, () => load(file))
  await whenSettled()
  const spare = await spareInstance(libraries[0], source, dialect, faults)
  for (const file of files)
    await attempt(file, () =>
      definedIn.has(file)
        ? load(file)
        : defineFrom(file, { project: instances[0] ?? spare, libraries }, noted),
    )
  const models: Reflected[] = []
  for (const [model, places] of definedAt) {
    const one = { ...reflected(model, places), ...(model.sequelize === spare && { bySpare: true as const }) }
    if (isNamed(one)) models.push(one)
    else if (places[0])
      faults.push({ file: places[0].file, says: `the table of ${one.name} has no name as text` })
  }
  return { models, faults, ...(missing.size && { unset: [...missing].sort() }) }
}

/** Whether the table name is text; a factory that is called with wrong arguments may use one of them as the name. */
const isNamed = ({ table: { name, schema } }: Reflected): boolean =>
  typeof name === 'string' && (schema === undefined || typeof schema === 'string')

const noted = (model?: ModelClass): boolean | number => (model ? definedAt.has(model) : definedAt.size)

/** Waits until no new models appear: an index may import its models asynchronously without a promise to wait for. */
async function whenSettled(): Promise<void> {
  for (let before = -1; before !== definedAt.size; ) {
    before = definedAt.size
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** The instance for projects that create none on load; reports a configuration that Sequelize rejects. */
async function spareInstance(
  library: Library,
  source: Source,
  dialect: string | undefined,
  faults: Reflection['faults'],
): Promise<Instance> {
  const found = await findOptions(source).catch(() => undefined)
  const options: Options = found?.options ?? {}
  const spare = { dialect: optionFor(dialect ?? 'postgres'), logging: false }
  try {
    return new library.Sequelize({ ...options, ...spare, dialect: options.dialect ?? spare.dialect })
  } catch (error) {
    faults.push({ file: path.resolve(source.start, found?.from ?? '.'), says: messageOf(error) })
    const { define, schema } = options
    return new library.Sequelize({ ...spare, define, schema })
  }
}

/** Files that defined a model, at their top level or in a function. */
const definedIn = new Set<string>()

function note(library: Library): void {
  onInit(library, (model) => {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 50
    const { stack = '' } = new Error()
    Error.stackTraceLimit = stackTraceLimit
    definedAt.set(model, placesIn(stack))
    for (const { file } of placesIn(upToImport(stack))) definedIn.add(file)
  })
}

/** Cuts the stack at the import: frames beyond it only imported the file and define nothing. */
const upToImport = (stack: string): string =>
  stack.split(/\n.*(?:node:internal[\\/]modules|[\\/]jiti[\\/]|Module\._compile)/, 1).join('')

/** The folder of all our compiled code. */
const home = path.resolve(__dirname, '../../..') + path.sep

const FRAME = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:)[^()]*?):(\d+):\d+\)?$/

/** The frames that belong to the project. */
function placesIn(stack: string): Reflected['places'] {
  return stack.split('\n').flatMap((frame) => {
    const [, place = '', line = ''] = FRAME.exec(frame) ?? []
    const file = place.startsWith('file://') ? fileURLToPath(place) : place
    const isOurs = file.startsWith(home) || /[\\/]node_modules[\\/]/.test(file)
    return file && !isOurs && existsSync(file) ? [{ file: path.resolve(file), line: Number(line) }] : []
  })
}

function reflected(model: ModelClass, places: Reflected['places']): Reflected {
  const column = columnOf(model)
  const options = model.options ?? {}
  return {
    name: model.name,
    places,
    table: tableOf(model),
    paranoid: Boolean(options.paranoid),
    needsColumn: column !== undefined,
    ...(column !== undefined && { column: column.column, attribute: column.attribute }),
  }
}
