/** The entries of an object literal that nobody has asked for yet: a name that does not stand in its text is no key of it. */

import type { Entries } from '../types'

export class LazyEntries<V> implements Entries<V> {
  /** What was read, or how to read it. */
  #state: Map<string, V> | (() => Iterable<readonly [string, V]>)

  /**
   * @param text without escapes, spreads and computed keys: every key stands in it
   * @param read makes the entries, each time anew
   */
  constructor(
    private readonly text: string,
    read: () => Iterable<readonly [string, V]>,
  ) {
    this.#state = read
  }

  /** The same with other values; undefined where this one is read, and may have been changed. */
  mapped<W>(change: (value: V) => W): LazyEntries<W> | undefined {
    const read = this.#state
    if (typeof read !== 'function') return undefined
    const changed = () => Array.from(read(), ([key, value]) => [key, change(value)] as const)
    return new LazyEntries(this.text, changed)
  }

  #all(): Map<string, V> {
    const read = this.#state
    if (typeof read !== 'function') return read
    // A literal that names itself finds nothing there while it is read.
    const map = new Map<string, V>()
    this.#state = map
    for (const [key, value] of read()) map.set(key, value)
    return map
  }

  /** undefined: the key does not stand in the text. */
  #holding(key: string): Map<string, V> | undefined {
    return typeof this.#state === 'function' && !this.text.includes(key) ? undefined : this.#all()
  }

  get(key: string): V | undefined {
    return this.#holding(key)?.get(key)
  }

  has(key: string): boolean {
    return this.#holding(key)?.has(key) ?? false
  }

  set(key: string, value: V): void {
    this.#all().set(key, value)
  }

  delete(key: string): boolean {
    return this.#holding(key)?.delete(key) ?? false
  }

  keys(): Iterable<string> {
    return this.#all().keys()
  }

  values(): Iterable<V> {
    return this.#all().values()
  }

  get size(): number {
    return this.#all().size
  }

  [Symbol.iterator](): Iterator<[string, V]> {
    return this.#all()[Symbol.iterator]()
  }
}
