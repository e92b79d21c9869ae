/** Reads the entries of an object literal only on demand; a name that is not in the literal's text is no key of it. */

import type { Entries } from '../types'

export class LazyEntries<V> implements Entries<V> {
  /** The entries, or the function that reads them. */
  #state: Map<string, V> | (() => Iterable<readonly [string, V]>)

  /**
   * @param text the literal, without escapes, spreads and computed keys, so that it contains every key
   * @param read creates new entries on each call
   */
  constructor(
    private readonly text: string,
    read: () => Iterable<readonly [string, V]>,
  ) {
    this.#state = read
  }

  /** A lazy copy with changed values; undefined if the entries are read already, since they may have been modified. */
  mapped<W>(change: (value: V) => W): LazyEntries<W> | undefined {
    const read = this.#state
    if (typeof read !== 'function') return undefined
    const changed = () => Array.from(read(), ([key, value]) => [key, change(value)] as const)
    return new LazyEntries(this.text, changed)
  }

  #all(): Map<string, V> {
    const read = this.#state
    if (typeof read !== 'function') return read
    // A literal that refers to itself sees no entries while it is being read.
    const map = new Map<string, V>()
    this.#state = map
    for (const [key, value] of read()) map.set(key, value)
    return map
  }

  /** Reads the entries if the text contains the key; returns undefined otherwise. */
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
