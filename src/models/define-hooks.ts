/** Runs the `beforeDefine` hooks of an instance before it makes a model, as Sequelize does. */

import {
  type Machine,
  merge,
  type Obj,
  objectAt,
  type Ref,
  type RValue,
  type Site,
  slotAt,
  unknownFor,
} from '../ast'
import type { Origin, Unknown } from '../types'
import { isFunction, isObject, isRef } from '../values'
import { optionsArgument } from './connections'
import { instanceRef, isSequelizePackage } from './packages'
import type { FoundModel } from './style'

/** Maps each instance to its hooks, in the order in which they were added. */
export type DefineHooks = Map<Ref, Hook[]>

interface Hook {
  run: RValue
  at: Origin
}

/** What a model is made of; a hook may change it. */
export interface Defined {
  name: RValue
  attributes: RValue
  options: RValue
}

/** Notes the hooks of `new Sequelize({ hooks: { beforeDefine } })`. */
export function noteHooksOf(instance: Ref, hooks: DefineHooks, m: Machine): void {
  const options = optionsArgument(instance.args ?? [], m)
  const listed = isObject(options) ? m.force(options.entries.get('hooks')?.value) : undefined
  const given = isObject(listed) ? m.force(listed.entries.get('beforeDefine')?.value) : undefined
  if (isFunction(given) && instance.site) add(instance, { run: given, at: instance.site.at }, hooks)
}

/**
 * Notes the hook that a call adds: `beforeDefine(hook)`, `addHook('beforeDefine', hook)`.
 *
 * @returns whether it is noted; false for a call that adds such a hook, but none that is known to run
 */
export function noteHook(
  receiver: RValue,
  method: string,
  args: RValue[],
  at: Origin,
  hooks: DefineHooks,
  m: Machine,
): boolean | undefined {
  if (!addsHook(receiver, method, args)) return undefined
  const hook = m.force(args.at(-1))
  const instance = instanceRef(receiver)
  if (!instance || !isFunction(hook) || m.guarded > 0) return false
  add(instance, { run: hook, at }, hooks)
  return true
}

function add(instance: Ref, hook: Hook, hooks: DefineHooks): void {
  hooks.set(instance, [...(hooks.get(instance) ?? []), hook])
}

/** Version 7 has `sequelize.hooks.addListener`. */
function addsHook(receiver: RValue, method: string, args: RValue[]): boolean {
  if (!/^(beforeDefine|(add)?hook|addListener)$/i.test(method)) return false
  if (method !== 'beforeDefine' && args[0] !== 'beforeDefine') return false
  const ofSeven = isRef(receiver) && isSequelizePackage(receiver.module) && receiver.path.at(-1) === 'hooks'
  return ofSeven || instanceRef(receiver) !== undefined
}

/** Why the options of a model are not known: its instance, or one that may be its instance, has hooks that were not run for it. */
export function hiddenByHooks(
  { definition, isMerged, unattended }: FoundModel,
  instance: RValue,
  hooks: DefineHooks,
  m: Machine,
): Unknown | undefined {
  if (isMerged || hooks.size === 0) return undefined
  const ref = instanceRef(m.force(instance))
  // A hook that is added after the model was made does not run for it.
  const isOutside = ref && (!hooks.has(ref) || !(unattended || definition.decorated))
  const [first] = (ref && hooks.get(ref)) ?? [...hooks.values()][0] ?? []
  return isOutside || !first ? undefined : hookMayChange(first.at)
}

export const hookMayChange = (at: Origin): Unknown => ({
  kind: 'unknown',
  text: 'beforeDefine',
  at,
  why: 'a beforeDefine hook of the Sequelize instance may change it',
})

/** Returns what the hooks leave of a model's parts; the options are merged with those of the instance. */
export function afterHooks(
  { name, attributes, options }: Defined,
  instance: Ref,
  hooks: Hook[],
  site: Site,
  m: Machine,
): Defined {
  const merged = mergedOptions(options, instance, site, m)
  const added = new Map(
    Object.entries({
      modelName: slotAt(name, site.at),
      name: slotAt(unknownFor(site, 'Sequelize makes it'), site.at),
    }).filter(([key]) => !merged.entries.has(key)),
  )
  for (const [key, one] of added) merged.entries.set(key, one)
  const given = attributes ?? objectAt(site.at)
  for (const { run } of hooks) m.call(run, [given, merged], instance, site)
  const named = merged.entries.get('modelName')?.value
  for (const [key, one] of added) if (merged.entries.get(key) === one) merged.entries.delete(key)
  return { name: named, attributes: given, options: merged }
}

function mergedOptions(options: RValue, instance: Ref, site: Site, m: Machine): Obj {
  const merged = objectAt(isObject(options) ? options.at : site.at)
  const all = optionsArgument(instance.args ?? [], m)
  const inherited = isObject(all) ? (all.entries.get('define')?.value ?? all.open) : all
  merge([merged, inherited, options], site, m)
  return merged
}
