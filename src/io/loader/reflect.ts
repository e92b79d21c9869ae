/** What Sequelize itself makes of the project's models, without a connection. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { optionFor } from '../../dialects'
import type { Reflected } from '../../types'
import { atWork } from './at-work'
import type { Connection } from './connect'
import { attempted } from './failure'
import { instances, isolate, lendUrls, tame } from './isolate'
import { load } from './load'
import { columnOf, defineFrom, onInit, tableOf } from './models'
import { findOptions } from './options'
import type { Services, Source } from './protocol'
import { type Instance, type Library, librariesIn, type ModelClass, type Options } from './sequelize'

/** Where each model was initialized, as the stack of that moment tells. */
const definedAt = new Map<ModelClass, Reflected['places']>()

export async function reflect({
  source,
  first,
  files,
  dialect,
}: Parameters<Services['reflect']>[0]): Promise<ReturnType<Services['reflect']>> {
  isolate()
  lendUrls(dialect)
  const [installed, ...others] = librariesIn(source)
  const libraries: Connection['libraries'] = [installed.library, ...others.map(({ library }) => library)]
  for (const library of libraries) {
    note(library)
    tame(library)
  }
  const faults: { file: string; says: string }[] = []
  const attempt = (file: string, work: () => Promise<unknown>) =>
    attempted(faults, file, () => atWork(file, work))
  for (const file of first) await attempt(file, () => load(file))
  const spare = await spareInstance(libraries[0], source, dialect)
  for (const file of files)
    await attempt(file, () => defineFrom(file, { project: instances[0] ?? spare, libraries }, noted))
  const models: Reflected[] = []
  for (const [model, places] of definedAt) {
    const one = reflected(model, places)
    if (isNamed(one)) models.push(one)
    else if (places[0])
      faults.push({ file: places[0].file, says: `the table of ${one.name} has no name as text` })
  }
  return { models, faults }
}

/** A factory that is handed other arguments than its caller's may take one of them for the name. */
const isNamed = ({ table: { name, schema } }: Reflected): boolean =>
  typeof name === 'string' && (schema === undefined || typeof schema === 'string')

const noted = (model?: ModelClass): boolean | number => (model ? definedAt.has(model) : definedAt.size)

/** Where the project makes none when it is only loaded. */
async function spareInstance(
  library: Library,
  source: Source,
  dialect: string | undefined,
): Promise<Instance> {
  const options = await findOptions(source).then(
    (found) => found.options,
    (): Options => ({}),
  )
  return new library.Sequelize({
    ...options,
    dialect: options.dialect ?? optionFor(dialect ?? 'postgres'),
    logging: false,
  })
}

function note(library: Library): void {
  onInit(library, (model) => {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 50
    definedAt.set(model, placesIn(new Error().stack ?? ''))
    Error.stackTraceLimit = stackTraceLimit
  })
}

const FRAME = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:)[^()]*?):(\d+):\d+\)?$/

/** The frames that are the project's own. */
function placesIn(stack: string): Reflected['places'] {
  return stack.split('\n').flatMap((frame) => {
    const [, place = '', line = ''] = FRAME.exec(frame) ?? []
    const file = place.startsWith('file://') ? fileURLToPath(place) : place
    const isOurs = file.startsWith(__dirname) || /[\\/]node_modules[\\/]/.test(file)
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
