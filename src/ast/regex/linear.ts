/** Implements a regular expression that never backtracks: its time is linear in the text for every pattern. */

import { RE2JS } from 're2js'

/** RE2's bits for the flags that it supports. */
const FLAGS = { i: 1, s: 2, m: 4 } as const

/** A drop-in for `RegExp`: string methods call its `exec` for each match. */
export class LinearRegExp extends RegExp {
  readonly #program: RE2JS
  readonly #spend: (steps: number) => void

  /** @throws if the pattern or a flag needs a backtracking engine: lookarounds, backreferences */
  constructor(pattern: string, flags: string, spend: (steps: number) => void) {
    super(pattern, flags)
    const unknown = /[^gimsuy]/.exec(flags)
    if (unknown) throw new SyntaxError(`the flag ${unknown[0]} is not read`)
    const bits = Object.entries(FLAGS).map(([flag, bit]) => (flags.includes(flag) ? bit : 0))
    this.#program = RE2JS.compile(
      RE2JS.translateRegExp(pattern),
      bits.reduce<number>((all, bit) => all | bit, 0),
    )
    this.#spend = spend
  }

  override exec(text: string): RegExpExecArray | null {
    const isStateful = this.global || this.sticky
    const from = isStateful ? this.lastIndex : 0
    this.#spend((text.length - from) * this.#program.programSize())
    const matcher = this.#program.matcher(text)
    const isFound = from <= text.length && matcher.find(from) && (!this.sticky || matcher.start() === from)
    if (!isFound) {
      if (isStateful) this.lastIndex = 0
      return null
    }
    if (isStateful) this.lastIndex = matcher.end()
    const count = matcher.groupCount()
    const groups = Array.from({ length: count + 1 }, (_, index) => matcher.group(index) ?? undefined)
    const names = Object.entries(this.#program.namedGroups())
    return Object.assign(groups, {
      index: matcher.start(),
      input: text,
      groups: names.length ? Object.fromEntries(names.map(([name, at]) => [name, groups[at]])) : undefined,
    }) as RegExpExecArray
  }

  /** Splits match by match; the inherited method would run the pattern at every offset. */
  override [Symbol.split](text: string, limit = 2 ** 32 - 1): string[] {
    const parts: (string | undefined)[] = []
    let from = 0
    let at = 0
    const finder = new LinearRegExp(this.source, this.flags.replace(/[gy]/g, '').concat('g'), this.#spend)
    while (at < text.length) {
      finder.lastIndex = at
      const found = finder.exec(text)
      if (!found || found.index >= text.length) break
      const end = found.index + found[0].length
      if (end === from) {
        at++
        continue
      }
      parts.push(text.slice(from, found.index), ...found.slice(1))
      from = end
      at = end
    }
    const isWhole = text === '' && this.exec('') !== null
    return (isWhole ? [] : [...parts, text.slice(from)]).slice(0, limit) as string[]
  }
}
