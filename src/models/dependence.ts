/** Tells whether a model depends on a file: on values that its definition, or the instance, took from there. */

import type { Model } from '../types'
import type { Recorder } from './recorder'
import type { FoundModel } from './style'

/** Whether a model may be another one if the text of one of these files is another. */
export type DependsOn = (model: Model, files: ReadonlySet<string>) => boolean

/**
 * @param found the definitions that count
 * @param loaders files that make the instance or load models; what they load does not depend on each other
 * @param configs files whose options every model inherits
 */
export function dependenceIn(
  { uses, connections, tampered, hooks, found: all }: Recorder,
  found: FoundModel[],
  loaders: string[],
  configs: string[],
): DependsOn {
  const modelFiles = new Set(all.map(({ definition }) => definition.origin.file))
  const loading = new Set(loaders.filter((file) => !modelFiles.has(file)))
  const leadsFrom = (file: string) =>
    [...(uses.get(file) ?? [])].filter((other) => !(loading.has(file) && modelFiles.has(other)))
  const reach = (files: Iterable<string>): Set<string> => {
    const reached = new Set(files)
    for (const file of reached) for (const other of leadsFrom(file)) reached.add(other)
    return reached
  }
  const shared = reach([
    ...configs,
    ...connections.map(({ at }) => at.file),
    ...(tampered ? [tampered.at.file] : []),
    ...[...hooks.values()].flat().map(({ at }) => at.file),
  ])
  const made = new Map<string, Set<string>>()
  for (const one of found) {
    const key = keyOf(one.definition)
    made.set(key, new Set([...(made.get(key) ?? []), ...filesOf(one)]))
  }
  const known = new Map<string, Set<string>>()
  return (model, files) => {
    const key = keyOf(model)
    const its = known.get(key) ?? reach(made.get(key) ?? [model.origin.file])
    known.set(key, its)
    return [...files].some((file) => its.has(file) || shared.has(file))
  }
}

const keyOf = ({ origin }: Pick<Model, 'origin'>): string => `${origin.file}:${origin.span[0]}`

/** The files of the calls that led to the definition, and of the classes that it is made of. */
const filesOf = ({ definition, site }: FoundModel): string[] => [
  definition.origin.file,
  ...[...site.stack, site].map(({ source }) => source.file),
  ...(definition.decorated ?? []).map(({ at }) => at.file),
]
