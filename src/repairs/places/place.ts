/** Opens a file with the data that is needed to find the model of each place. */

import type { Model } from '../../types'
import { openSource, type Source } from '../edits/source'
import { ownClass } from '../own-member'
import { contains } from '../sharing'
import { type Bindings, bindingsOf } from './bindings'
import type { Known } from './known'

export interface Opened {
  source: Source
  bindings: Bindings
  known: Known
  /** The models that this file defines. */
  models: Model[]
  /** Start of a class -> its model. */
  classes: Map<number, Model>
}

/** Returns undefined when the file cannot be read or parsed. */
export function openFile(
  file: string,
  known: Known,
  read: (file: string) => string | undefined,
): Opened | undefined {
  const source = openSource(file, { read })
  if (!source) return undefined
  const models = known.inFile(file)
  const classes = new Map(
    models.flatMap((model) => {
      const own = ownClass(source, model)
      return own ? [[own.start, model] as const] : []
    }),
  )
  let bindings: Bindings | undefined
  return {
    source,
    // Computed on demand: most places need no bindings.
    bindings: (name, node) => (bindings ??= bindingsOf(source))(name, node),
    known,
    models,
    classes,
  }
}

/** The model whose own definition (its call, its options, its class) contains this place. */
export function definedAround(span: readonly [number, number], opened: Opened): Model | undefined {
  const at = { file: opened.source.file, line: 0, column: 0, span }
  return opened.models.find(({ origin, sites }) =>
    [origin, sites.options?.at, sites.attributes].some((one) => one && contains(one, at)),
  )
}
