/** What stands for a package that is not installed: any use of it gives more of the same, and it can be told again. */

const MARK = '\u0001stub\u0001'
const stubs = new WeakSet()

const isClass = (value) =>
  typeof value === 'function' && !stubs.has(value) && /^class\b/.test(Function.prototype.toString.call(value))

/** What a decorator of a property or a method is called with. */
const isMember = ([target, key]) =>
  typeof key === 'string' && target !== null && (isClass(target) || isClass(target?.constructor))

/** @param isResult whether a call gave it: a decorator, whose class stays what it is */
function stub(isResult = false) {
  const children = new Map()
  function base() {}
  const proxy = new Proxy(base, {
    get(target, key) {
      if (key === 'prototype') return target[key]
      if (key === 'then') return undefined
      if (key === '__esModule') return true
      if (key === 'default') return proxy
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'valueOf' || key === 'toJSON')
        return () => MARK
      if (key === Symbol.iterator)
        return function* () {
          yield MARK
        }
      if (key === 'stub') return MARK
      if (key === Symbol.hasInstance) return () => false
      if (typeof key === 'symbol') return undefined
      if (!children.has(key)) children.set(key, stub())
      return children.get(key)
    },
    set: (_, key, value) => (children.set(key, value), true),
    has: () => true,
    ownKeys: (target) => [...Reflect.ownKeys(target), 'stub'],
    getOwnPropertyDescriptor: (target, key) =>
      key === 'stub'
        ? { value: MARK, enumerable: true, configurable: true, writable: true }
        : Reflect.getOwnPropertyDescriptor(target, key),
    apply: (_, __, args) => (isMember(args) ? args[2] : isResult && isClass(args[0]) ? args[0] : stub(true)),
    construct: (target, _, made) => (made === proxy ? stub() : Reflect.construct(target, [], made)),
  })
  stubs.add(proxy)
  return proxy
}

const isStub = (value) =>
  (typeof value === 'function' || typeof value === 'object') && value !== null && stubs.has(value)
const holdsStub = (value) => typeof value === 'string' && value.includes(MARK)

module.exports = { MARK, stub, isStub, holdsStub, isClass }
