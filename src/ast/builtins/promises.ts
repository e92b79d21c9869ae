/** Implements promises: the interpreter represents a promise by the value that it resolves to. */

import { isFunction, isList, isObject, isPrimitive, isRef, isUnknown } from '../../values'
import { giveUp } from '../bounds'
import { host, list, unknownFor } from '../making'
import type { Machine, Ref, RValue, Site } from '../runtime'
import type { Builtin } from './builtin'

export function promiseMember(target: RValue, key: string, m: Machine): RValue {
  if (key !== 'then' && key !== 'finally' && key !== 'catch') return undefined
  if (isObject(target) && target.entries.has(key)) return undefined
  // The value of a package's promise is not known; its callbacks run only if `runCallbacks` is set.
  const skips = !m.hosts.runCallbacks && (isUnknown(target) || isRef(target) || isPrimitive(target))
  return host(key, ([callback], site, self) => {
    if (skips) return self
    if (key === 'then') return callback === undefined ? self : inTurn(callback, self, site, m)
    if (key === 'finally') m.call(callback, [], undefined, site)
    else if (callback !== undefined)
      m.fork(
        [{ when: 'it fails', run: () => (m.call(callback, [], undefined, site), { type: 'normal' }) }],
        site.at,
        true,
      )
    return self
  })
}

/** The most steps that are followed of a runner that walks a list by `.then(next)`. */
const STEPS = 2000

/** Runs a `.then` callback. If it reaches the same `.then` again, that callback waits until this one ends. */
function inTurn(callback: RValue, value: RValue, site: Site, m: Machine): RValue {
  const run = () => m.call(callback, [value], undefined, site)
  if (!m.hosts.runCallbacks || m.guarded > 0) return run()
  const running = m.waiting.get(site.node)
  if (running) {
    running.push(run)
    return unknownFor(site, 'a promise brings it at run time')
  }
  const queue: (() => RValue)[] = []
  m.waiting.set(site.node, queue)
  try {
    const result = run()
    let steps = 0
    for (let next = queue.shift(); next && m.budget > 0; next = queue.shift()) {
      if (++steps > STEPS) giveUp(m)
      else next()
    }
    return result
  } finally {
    m.waiting.delete(site.node)
  }
}

const settled = ([values]: RValue[], m: Machine): RValue => {
  const forced = m.force(values)
  return isList(forced) ? list(forced.items, forced.open) : forced
}

export const promiseStatics = (m: Machine): Record<string, (args: RValue[]) => RValue> => ({
  all: (args) => settled(args, m),
  allSettled: (args) => settled(args, m),
  resolve: ([value]) => value,
  race: (args) => settled(args, m),
})

/** The value that `new Promise((resolve) => ...)` resolves to, if it does so synchronously. */
export function newPromise(executor: RValue, site: Site, m: Machine): RValue {
  let result: RValue = unknownFor(site, 'a promise brings it at run time')
  if (!isFunction(executor) || !m.hosts.runCallbacks) return result
  m.call(
    executor,
    [host('resolve', ([value]) => void (result = value)), host('reject', () => undefined)],
    undefined,
    site,
  )
  return result
}

/** Packages whose default export is a promise class. */
const PACKAGES = ['bluebird', 'es6-promise', 'any-promise', 'native-promise-only', 'promise']

/** Recognizes `const Promise = require('bluebird')` and `import { Promise } from 'es6-promise'`. */
const isPromiseClass = ({ module, path, args }: Ref): boolean =>
  PACKAGES.includes(module) && !args && path.every((one) => one === 'Promise' || one === 'default')

export const bluebird: Builtin = {
  words: PACKAGES,
  construct: (callee, [executor], site, m) =>
    isPromiseClass(callee) ? newPromise(executor, site, m) : undefined,
  // `Promise.coroutine(function* () { … })` and `Promise.method(fn)` return a function that does the same.
  call: ({ module, path }, [fn]) =>
    module === 'bluebird' && ['coroutine', 'method'].includes(path.at(-1) ?? '') ? fn : undefined,
}
