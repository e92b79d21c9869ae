/** Merges a model's options: its own, then `define` of the instance, then Sequelize's defaults (R1). */

import type { Entry } from '../../types'
import { isObject, isRef, isUnknown } from '../../values'
import type { Edition } from './editions'
import { hidden, isOwnCode, type Settle, type Settled, unknown } from './known'

export type Source = 'own' | 'define' | 'instance' | 'default'

export interface FoundOption {
  value: Settled
  /** The entry in the code; absent for a default and for an unread part. */
  entry?: Entry
  from: Source
}

export type Read = (key: string) => FoundOption

interface Layer {
  from: Source
  holder: Settled
  /** Whether an entry with `undefined` ends the search. */
  undefinedCounts?: boolean
}

/** Looks a key up in the layers, nearest first; `undefined` normally does not override. */
export function reader(layers: Layer[], settle: Settle): Read {
  return (key) => {
    for (const layer of layers) {
      const found = lookUp(layer, key, settle)
      if (found) return found
    }
    return { value: undefined, from: 'default' }
  }
}

function lookUp(
  { from, holder, undefinedCounts }: Layer,
  key: string,
  settle: Settle,
): FoundOption | undefined {
  if (isUnknown(holder)) return { value: hidden(holder, key), from }
  if (!isObject(holder)) return undefined
  const entry = holder.entries.get(key)
  if (!entry) return holder.open && { value: hidden(holder.open, key), from }
  const value = plain(settle(entry.value), entry)
  return value === undefined && !undefinedCounts ? undefined : { value, entry, from }
}

export function layersOf(own: Settled, instance: Settled, edition: Edition, settle: Settle): Layer[] {
  const holder = defineOf(instance, settle)
  return [
    { from: 'own', holder: own },
    { from: 'define', holder, undefinedCounts: edition.undefinedDefineCounts },
  ]
}

/** Returns `define` of the instance; an unread part of the instance may contain it, with any option. */
function defineOf(instance: Settled, settle: Settle): Settled {
  const { value, entry } = reader([{ from: 'instance', holder: instance }], settle)('define')
  if (!isUnknown(value) || entry) return value
  return isObject(instance) ? instance.open : instance
}

/** Turns a function or a package's value into an unknown. */
function plain(value: Settled, entry: Entry): Settled {
  if (!isRef(value)) return value
  const { text, module } = value
  if (isOwnCode(value)) return unknown(text, entry.valueAt, 'it is a function')
  // `why` names the package alone: the calls on the way to the value are no text in the code.
  const why = `it is read from ${module ?? 'a package'} at run time`
  return { ...unknown(text, entry.valueAt, why), saysAll: true }
}
