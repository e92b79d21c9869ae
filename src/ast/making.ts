/** Makes values of the interpreter, and tells apart those that are not known. */

import type { Origin, Unknown } from '../types'
import { isRef, isUnknown } from '../values'
import type { Host, List, Obj, Ref, RValue, Site, Slot } from './runtime'
import { unknownAt } from './source'

export const host = (name: string, call: Host['call']): Host => ({ kind: 'host', name, call })

export const list = (items: RValue[], open?: Unknown): List => ({
  kind: 'list',
  items,
  ...(open && { open }),
})

/** A slot whose value is written where the slot is. */
export const slotAt = (value: RValue, at: Origin): Slot => ({ value, at, valueAt: at })

export const objectAt = (at: Origin, slots: Record<string, Slot> = {}): Obj => ({
  kind: 'object',
  entries: new Map(Object.entries(slots)),
  at,
})

/** The unknown result of a call. If `cause` is unknown itself, its reason is told instead of `why`. */
export const unknownFor = (site: Site, why: string, cause?: RValue): Unknown =>
  unknownAt(site.node, site.source, isUnknown(cause) ? cause.why : why)

export const notKnown = (site: Site, value: RValue): Unknown =>
  unknownFor(site, 'its value is not known', value)

/** The reason of Unknowns that come from the process environment; such a value is a string or absent. */
export const ENVIRONMENT = 'it comes from the environment'

/** Whether the value is unknown but surely a string, which cannot hold options. */
export const isTextual = (value: RValue): boolean =>
  isUnknown(value) && (value.why === ENVIRONMENT || value.partial !== undefined)

/** Whether the callee has its source in `node_modules`; it is called only when its result is needed. */
export const isOfPackage = (callee: RValue): callee is Ref & { file: string } =>
  isRef(callee) && callee.file?.includes('node_modules') === true
