/** Reads and sets members of every kind of value. */

import { isClass, isList, isPrimitive, isRef } from '../values'
import { collectionMember, isCollection, listMember, promiseMember, stringMember } from './builtins'
import { join } from './choices'
import { hasKey, isIndex } from './items'
import { host, objectAt, unknownFor } from './making'
import type { Cls, Fn, Machine, Obj, RChoice, Ref, RValue, Site, Slot } from './runtime'

export function get(target: RValue, key: string, site: Site, m: Machine): RValue {
  const promised = promiseMember(target, key, m)
  if (promised) return promised
  if (isPrimitive(target))
    return typeof target === 'string'
      ? (stringMember(target, key, m) ?? builtIn(String.prototype, key, site))
      : primitiveMember(target, key, site)
  switch (target.kind) {
    case 'list':
      return listMember(target, key, m) ?? (isIndex(key) ? undefined : builtIn(Array.prototype, key, site))
    case 'object':
      return objectMember(target, key, site, m)
    case 'class':
      return classMember(target, key, site, m, target)
    case 'function':
      return functionMember(target, key, m)
    case 'host':
      return target.members?.get(key) ?? unknownFor(site, `${target.name}.${key} is not read`)
    case 'ref':
      return {
        ...target,
        args: undefined,
        isNew: undefined,
        ...(site.node && { site }),
        ...memberPath(target, key),
      }
    case 'choice':
      return choiceMember(target, key, site, m)
    default:
      return unknownFor(site, target.why)
  }
}

/** The path to a member of a call's result includes the call, so its source cannot be found by path. */
const memberPath = ({ args, isNew, file, path }: Ref, key: string): Pick<Ref, 'file' | 'path'> =>
  args || isNew ? { file: undefined, path: [...path, '()', key] } : { file, path: [...path, key] }

function primitiveMember(target: RValue, key: string, site: Site): RValue {
  if (typeof target === 'number' && key === 'toString') return host('toString', () => String(target))
  if (target == null) return unknownFor(site, `it is ${target} where ".${key}" is read`)
  return builtIn(Object.prototype, key, site)
}

function choiceMember(target: RChoice, key: string, site: Site, m: Machine): RValue {
  const cases = target.of.filter(({ value }) => value != null)
  return join(
    cases.map(({ value, when }) => ({ value: m.get(m.force(value), key, site), when })),
    target.at,
  )
}

function objectMember(target: Obj, key: string, site: Site, m: Machine): RValue {
  const slot = target.entries.get(key)
  if (slot) return slot.value
  const method = methodOf(target.class, key, m)
  if (method?.node.kind === 'get') return m.call(method, [], target, site)
  if (method) return method
  if (key === 'hasOwnProperty') return host(key, ([name]) => hasOwn(target, name, site))
  if (target.made !== undefined) return m.get(target.made, key, site)
  if (isCollection(target)) return collectionMember(target, key, m)
  if (key === 'constructor') return target.class
  if (target.open) return unknownFor(site, target.open.why)
  return builtIn(Object.prototype, key, site)
}

const hasOwn = (target: Obj, name: RValue, site: Site): RValue =>
  (typeof name === 'string' ? hasKey(target, name) : undefined) ?? unknownFor(site, 'not all keys are known')

/** A member that JavaScript has and the interpreter does not implement is unknown; any other is undefined. */
const builtIn = (prototype: object, key: string, site: Site): RValue =>
  key in prototype ? unknownFor(site, `what ${key} is here is not read`) : undefined

function methodOf(cls: Cls | undefined, key: string, m: Machine): Fn | undefined {
  for (let one: RValue = cls; isClass(one); one = m.force(one.parent)) {
    const method = one.methods.get(key)
    if (method) return method
  }
  return undefined
}

/** Reads a static member, inherited ones too; `receiver` is `this` in a getter. */
function classMember(cls: Cls, key: string, site: Site, m: Machine, receiver: Cls): RValue {
  const slot = cls.statics.get(key)
  if (slot) return slot.value
  const getter = cls.getters.get(key)
  if (getter) return m.call(getter, [], receiver, site)
  const parent = m.force(cls.parent)
  if (isClass(parent)) return classMember(parent, key, site, m, receiver)
  if (key === 'name') return receiver.name
  if (key === 'prototype') return { ...objectAt(cls.at), class: receiver }
  if (parent === undefined) return undefined
  if (isRef(parent)) return { ...parent, path: [...parent.path, key] }
  return unknownFor(site, `the parent class of ${cls.name} is not known`, parent)
}

function functionMember(fn: Fn, key: string, m: Machine): RValue {
  const slot = fn.entries?.get(key)
  if (slot) return slot.value
  if (key === 'call') return host(key, ([self, ...args], site) => m.call(fn, args, self, site))
  if (key === 'apply')
    return host(key, ([self, args], site) => m.call(fn, isList(args) ? args.items : [], self, site))
  if (key === 'bind') return host(key, ([self, ...first]) => bound({ ...fn, self }, first, m))
  if (key === 'name') return fn.node.id?.name ?? ''
  return undefined
}

const bound = (fn: Fn, first: RValue[], m: Machine): RValue =>
  first.length ? host('bind', (args, site) => m.call(fn, [...first, ...args], fn.self, site)) : fn

export function set(
  target: RValue,
  key: string,
  value: RValue,
  places: Pick<Slot, 'at' | 'valueAt'>,
  m: Machine,
): void {
  const slot = { value, ...places }
  target = m.force(target)
  if (isPrimitive(target)) return
  switch (target.kind) {
    case 'object':
      return m.write(target.entries, key, slot)
    case 'class':
      return m.write(target.statics, key, slot)
    case 'function':
      target.entries ??= new Map()
      return m.write(target.entries, key, slot)
    case 'list': {
      const items = [...target.items]
      if (/^\d{1,4}$/.test(key)) items[Number(key)] = value
      if (key === 'length' && typeof value === 'number') items.length = Math.min(value, items.length)
      return m.writeItems(target, items)
    }
    case 'ref':
      return m.hosts.changed?.(target, key, places.at)
    case 'choice':
      for (const one of target.of) set(one.value, key, value, places, m)
      return
    default:
  }
}
