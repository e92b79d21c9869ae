/** Evaluates object and array literals. */

import { isUnknown } from '../values'
import { aged, newMap } from './ages'
import { MAX_ITEMS, TOO_MANY } from './bounds'
import { LazyEntries } from './entries'
import { itemsOf } from './items'
import { list } from './making'
import { evaluateNamed } from './naming'
import type { Fn, List, Machine, Obj, RValue, Scope } from './runtime'
import { siteOf } from './scope'
import { type Node, originOf, unknownAt } from './source'
import { open, spreadInto } from './spread'

/** Evaluates an object literal; one without side effects only when an entry of it is read. */
export function object(node: Node, scope: Scope, m: Machine): Obj {
  const { source } = scope.module
  if (!node.isLazy) return objectNow(node, scope, m)
  const entries = new LazyEntries(
    source.text.slice(node.start, node.end),
    () => objectNow(node, scope, m).entries,
  )
  return { kind: 'object', entries: aged(entries, m), at: originOf(node, source) }
}

function objectNow(node: Node, scope: Scope, m: Machine): Obj {
  const { source } = scope.module
  const made: Obj = { kind: 'object', entries: newMap(m), at: originOf(node, source) }
  for (const property of node.properties) {
    if (property.type === 'SpreadElement')
      spreadInto(made, m.evaluate(property.argument, scope), property, scope.module.source, m)
    else if (property.type === 'Unparsed') unparsed(made, property, scope)
    else {
      const key = keyOf(property, scope, m)
      if (typeof key !== 'string') unnamed(made, property, scope, m)
      else if (property.kind === 'set') addSetter(made, key, property, scope, m)
      else {
        const value =
          property.type === 'ObjectMethod'
            ? method(property, scope, m)
            : evaluateNamed(property.value, key, scope, m)
        // A later key wins and takes its own position in the order.
        made.entries.delete(key)
        made.entries.set(key, {
          value,
          at: originOf(property, source),
          valueAt: originOf(property.type === 'ObjectMethod' ? property : property.value, source),
        })
      }
    }
  }
  return made
}

function addSetter(made: Obj, key: string, property: Node, scope: Scope, m: Machine): void {
  const fn: Fn = { kind: 'function', node: property, scope }
  m.functions.set(property, fn)
  made.setters ??= new Map()
  made.setters.set(key, fn)
}

/** Adds an entry whose key is not known, such as `{ [process.env.NODE_ENV]: {} }`. */
function unnamed(made: Obj, property: Node, scope: Scope, m: Machine): void {
  const before = made.open ? made.unnamed : []
  open(made, unknownAt(property.key, scope.module.source, 'the key is computed'))
  if (property.type === 'ObjectMethod') made.unnamed = undefined
  else made.unnamed = before && [...before, m.evaluate(property.value, scope)]
}

/** Makes every word of a literal that does not parse an unknown entry, since each may be a key. */
function unparsed(made: Obj, node: Node, { module: { source } }: Scope): void {
  const value = unknownAt(node, source, 'it does not parse')
  for (const [word] of source.text.slice(node.start, node.end).matchAll(/[\w$]+/g))
    made.entries.set(word, { value, at: value.at, valueAt: value.at })
}

function method(property: Node, scope: Scope, m: Machine): RValue {
  const fn: Fn = { kind: 'function', node: property, scope }
  m.functions.set(property, fn)
  if (property.kind === 'get') return m.call(fn, [], undefined, siteOf(property, scope, m))
  return fn
}

/** The name of a property or member; undefined if it is not known. */
export function keyOf(property: Node, scope: Scope, m: Machine): string | undefined {
  const { key } = property
  if (!property.computed)
    return key.type === 'Identifier'
      ? key.name
      : key.type === 'PrivateName'
        ? `#${key.id.name}`
        : String(key.value)
  const value = m.force(m.evaluate(key, scope))
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function spreadList(elements: (Node | null)[], scope: Scope, m: Machine): List {
  const items: RValue[] = []
  let unread: List['open']
  for (const element of elements) {
    if (element?.type !== 'SpreadElement') {
      items.push(element ? m.evaluate(element, scope) : undefined)
      continue
    }
    const value = m.force(m.evaluate(element.argument, scope))
    const whole = itemsOf(value, m)
    if (whole) {
      const { items: more, open: vague } = whole
      const isMuch = items.length + more.length > MAX_ITEMS
      for (const item of isMuch ? [] : more) items.push(item)
      unread ??= isMuch ? unknownAt(element, scope.module.source, TOO_MANY) : vague
      m.budget -= Math.ceil(more.length / 50)
    } else
      unread ??= isUnknown(value) ? value : unknownAt(element, scope.module.source, 'the list is not known')
  }
  return list(items, unread)
}
