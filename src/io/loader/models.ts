/** Loads the project's own models from its files: through an index file, else one by one. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { columnOf, modelsOf, tableOf } from '../../live'
import { type Connection, elsewhere } from './connect'
import { attempted } from './failure'
import { load, mainOf } from './load'
import type { LoadedModel, ModelFile, Services } from './protocol'
import type { Instance, Library, ModelClass } from './sequelize'

/** Every model that was initialized in this process. */
const initialized = new Set<ModelClass>()

/** Hooks Model.init, which every way to define a model calls in the end. */
export function onInit({ Model }: Library, onModel: (model: ModelClass) => void): void {
  const original = Model.init
  Model.init = function (this: ModelClass, ...args: unknown[]) {
    const made = original.apply(this, args)
    onModel(made ?? this)
    return made
  }
}

export const watch = (library: Library): void => onInit(library, (model) => initialized.add(model))

/** Index files that load the models beside them, with their associations. */
const INDEXES = ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts'].map((ending) => `index${ending}`)

type Loaded = ReturnType<Services['models']>

export async function loadModels(wanted: ModelFile[], connection: Connection): Promise<Loaded> {
  for (const model of modelsOf(connection.project.models)) initialized.add(model)
  const faults: Loaded['faults'] = []
  const indexes = [...new Set(wanted.flatMap(({ file }) => indexBeside(file) ?? []))]
  for (const file of indexes) await attempted(faults, file, () => load(file))
  for (const { file, names } of wanted)
    if (!names.every(modelNamed)) await attempted(faults, file, () => defineFrom(file, connection, noted))
  return {
    models: [...initialized].map((model) => described(model, connection)),
    faults: faults.filter(({ file }) => !indexes.includes(file)),
  }
}

const indexBeside = (file: string): string | undefined =>
  INDEXES.map((name) => path.join(path.dirname(file), name)).find((one) => one !== file && existsSync(one))

/** The number of models that are initialized, or whether this model is. */
type Noted = (model?: ModelClass) => boolean | number

const noted: Noted = (model) => (model ? initialized.has(model) : initialized.size)

/** A file may define when it loads, export a function that defines, or export a class with its own initializer. */
export async function defineFrom(
  file: string,
  connection: Pick<Connection, 'project' | 'libraries'>,
  noted: Noted,
): Promise<void> {
  const before = noted()
  const exports = await load(file)
  if (noted() > before) return
  const [library] = connection.libraries
  for (const given of new Set([mainOf(exports), ...Object.values(exports)])) {
    if (typeof given !== 'function') continue
    if (!isModel(given, connection.libraries)) {
      if (!isClass(given)) await called(given, connection.project, library)
    } else if (!noted(given)) initialize(given, connection, library)
  }
}

/** Refuses factories that need more arguments: without them they would define a model with a wrong table. */
function called(factory: CallableFunction, project: Instance, library: Library): unknown {
  if (factory.length > 2)
    throw new Error(`its function takes ${factory.length} arguments, and only its caller knows them all`)
  return factory(project, bothOf(library))
}

/** Some projects pass `DataTypes` to their factories, others `Sequelize` with `Op` and `literal`; this is both. */
const bothOf = ({ DataTypes, Sequelize }: Library): object =>
  new Proxy(DataTypes, {
    get: (types, key) => (key in types ? Reflect.get(types, key) : Reflect.get(Sequelize, key)),
    has: (types, key) => key in types || key in Sequelize,
  })

const isClass = (value: unknown): boolean => /^class\b/.test(Function.prototype.toString.call(value))

const isModel = (value: unknown, libraries: Library[]): value is ModelClass =>
  typeof value === 'function' && libraries.some(({ Model }) => value.prototype instanceof Model)

const INITIALIZERS = ['init', 'initModel', 'initialize', 'load', 'setup', 'define'] as const

function initialize(
  model: ModelClass,
  { project }: Pick<Connection, 'project'>,
  { DataTypes }: Library,
): void {
  const name = INITIALIZERS.find((one) => Object.hasOwn(model, one))
  if (name) Reflect.get(model, name).call(model, project, DataTypes)
  // sequelize-typescript, and version 7 with decorators
  else project.addModels?.([model])
}

function described(model: ModelClass, connection: Connection): LoadedModel {
  const column = columnOf(model)?.column
  const other = model.sequelize && elsewhere(model.sequelize, connection)
  return {
    name: model.name,
    table: tableOf(model),
    ...(column !== undefined && { column }),
    ...(other !== undefined && { elsewhere: other }),
    associations: Object.entries(model.associations ?? {}).map(([as, { target }]) => ({
      as,
      target: target.name,
      paranoid: columnOf(target) !== undefined,
    })),
  }
}

export const modelNamed = (name: string): ModelClass | undefined =>
  [...initialized].filter((one) => one.name === name).at(-1)
