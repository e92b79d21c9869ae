/** The entries of a literal that nobody has asked for yet. A name that does not stand in its text is no key of it. */

export class LateMap<V> extends Map<string, V> {
  /** undefined: it is as any other map. */
  #fill: (() => Iterable<readonly [string, V]>) | undefined
  readonly #text: string

  /**
   * @param text without escapes, spreads and computed keys: every key stands in it
   * @param fill makes the entries, each time anew
   */
  constructor(text: string, fill: () => Iterable<readonly [string, V]>) {
    super()
    this.#text = text
    this.#fill = fill
  }

  /** The same with other values; undefined where this one is filled, and may have been changed. */
  mapped<W>(change: (value: V) => W): LateMap<W> | undefined {
    const fill = this.#fill
    return (
      fill &&
      new LateMap(this.#text, () => Array.from(fill(), ([key, value]) => [key, change(value)] as const))
    )
  }

  #filled(): void {
    const fill = this.#fill
    this.#fill = undefined
    if (fill) for (const [key, value] of fill()) super.set(key, value)
  }

  #lacks(key: string): boolean {
    return this.#fill !== undefined && !this.#text.includes(key)
  }

  override get(key: string): V | undefined {
    if (this.#lacks(key)) return undefined
    this.#filled()
    return super.get(key)
  }

  override has(key: string): boolean {
    if (this.#lacks(key)) return false
    this.#filled()
    return super.has(key)
  }

  override set(key: string, value: V): this {
    this.#filled()
    return super.set(key, value)
  }

  override delete(key: string): boolean {
    this.#filled()
    return super.delete(key)
  }

  override clear(): void {
    this.#fill = undefined
    super.clear()
  }

  override get size(): number {
    this.#filled()
    return super.size
  }

  override keys(): MapIterator<string> {
    this.#filled()
    return super.keys()
  }

  override values(): MapIterator<V> {
    this.#filled()
    return super.values()
  }

  override entries(): MapIterator<[string, V]> {
    this.#filled()
    return super.entries()
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }

  override forEach(visit: (value: V, key: string, map: Map<string, V>) => void): void {
    this.#filled()
    super.forEach(visit)
  }
}
