/** Creates the interpreter: connects its parts with one file reader and one set of hosts. */

import { isRef } from '../values'
import { attempted } from './bounds'
import { builtinsOf, globals } from './builtins'
import { call } from './call'
import { defineClass } from './classes'
import { evaluate } from './evaluate'
import { executeAll } from './execute'
import { force } from './exports'
import { fork, write, writeItems } from './fork'
import { construct } from './instances'
import { requireModule } from './link'
import { get, set } from './members'
import { BUDGET, loadModule } from './modules'
import { bind } from './patterns'
import type { Reader } from './reader'
import type { Hosts, Machine, Ref, RValue, Site } from './runtime'

function ofPackage(callee: Ref, args: RValue[], isNew: boolean, site: Site, m: Machine): RValue {
  for (const one of builtinsOf(callee.module)) {
    const does = isNew ? one.construct : one.call
    const result = does && attempted(() => does(callee, args, site, m), site, m)
    if (result !== undefined) return result
  }
  return undefined
}

function memberOfPackage(ref: Ref, m: Machine): RValue {
  for (const one of builtinsOf(ref.module)) {
    const value = one.member?.(ref, m)
    if (value !== undefined) return value
  }
  return undefined
}

/** Tries the builtin packages before the hosts' own `call`. */
function withBuiltins(hosts: Hosts, m: () => Machine): Hosts {
  return {
    ...hosts,
    call(callee, args, isNew, site) {
      const known = isRef(callee) ? ofPackage(callee, args, isNew, site, m()) : undefined
      return known !== undefined ? known : hosts.call?.(callee, args, isNew, site)
    },
  }
}

export function createMachine(reader: Reader, hosts: Hosts, root: string): Machine {
  const m: Machine = {
    reader,
    root,
    hosts: withBuiltins(hosts, () => m),
    evaluate: (node, scope) => evaluate(node, scope, m),
    execute: (statements, scope) => executeAll(statements, scope, m),
    call: (callee, args, self, site) => call(callee, args, self, site, m),
    construct: (callee, args, site) => construct(callee, args, site, m),
    get: (target, key, site) => get(target, key, site, m),
    set: (target, key, value, places) => set(target, key, value, places, m),
    global: (name, module) => globals(name, module, m),
    force: (value) => (isRef(value) ? memberOfPackage(value, m) : undefined) ?? force(value, m),
    module: (file) => loadModule(file, m),
    require: (specifier, from, esm, site) => requireModule(specifier, from, esm, site, m),
    defineClass: (node, scope, name) => defineClass(node, scope, m, name),
    bind: (pattern, value, scope, declares) => bind(pattern, value, scope, declares, m),
    fork: (branches, at, effectsOnly) => fork(branches, at, m, effectsOnly),
    write: (map, key, value) => write(map, key, value, m),
    writeItems: (list, items) => writeItems(list, items, m),
    guarded: 0,
    stack: [],
    frames: [],
    visited: new Set(),
    called: new Set(),
    functions: new Map(),
    effects: hosts.effects ?? [],
    budget: BUDGET,
    faults: new Map(),
    passedOver: new Map(),
    modules: new Map(),
    globals: new Map(),
    results: new WeakMap(),
    waiting: new Map(),
    holes: 0,
    journals: [],
    age: 0,
  }
  return m
}

/** Resets budget, call stack and journals for the next file or function. */
export function refill(m: Machine): void {
  Object.assign(m, { budget: BUDGET, guarded: 0, stack: [], frames: [], journals: [] })
}
