/** Names and keys, and what the rooms that read a plain file have in common. */

import type { Node } from '../source'
import { Kind, NOT_PLAIN, Scanner } from './scanner'

/** Words that are no names, or mean something of their own where a name may stand. */
const RESERVED = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
   function if implements import in instanceof interface let new null package private protected public return static
   super switch this throw true try typeof var void while with yield eval arguments`.split(/\s+/),
)

export const isName = (word: string): boolean => !RESERVED.has(word)

/** A node without its end. */
export type Made = Omit<Node, 'end'>

export abstract class Names extends Scanner {
  /** Whether the file is TypeScript, where more may stand behind a name. */
  abstract readonly isTyped: boolean
  /** Whether `await` waits here. */
  protected waits = true

  protected abstract assignment(): Node

  protected done(node: Made): Node {
    const made = node as Node
    made.end = this.before
    return made
  }

  protected textLiteral(): Node {
    const { start, value } = this
    if (this.kind !== Kind.Text) throw NOT_PLAIN
    this.next()
    return this.done({ type: 'StringLiteral', start, value })
  }

  /** A name that is declared or asked for. */
  protected name(): Node {
    if (this.kind !== Kind.Word || !isName(this.value)) throw NOT_PLAIN
    return this.anyName()
  }

  /** A name behind a dot or before a colon, where every word will do. */
  protected anyName(): Node {
    const { start, value } = this
    if (this.kind !== Kind.Word) throw NOT_PLAIN
    this.next()
    return this.done({ type: 'Identifier', start, name: value })
  }

  protected key(): { key: Node; computed: boolean } {
    const { start, value } = this
    if (this.kind === Kind.Word) return { key: this.anyName(), computed: false }
    if (this.kind === Kind.Text) return { key: this.textLiteral(), computed: false }
    if (this.kind === Kind.Number) {
      this.next()
      return { key: this.done({ type: 'NumericLiteral', start, value: Number(value) }), computed: false }
    }
    this.expect('[')
    const key = this.assignment()
    this.expect(']')
    return { key, computed: true }
  }

  /** `get`, `set` and `async` before a key. */
  protected modifiers(): { kind: string; isAsync: boolean } {
    const found = { kind: 'method', isAsync: false }
    if (this.kind !== Kind.Word || !/^(get|set|async)$/.test(this.value)) return found
    // It is the key itself.
    if (/^[(,:}=;?!]/.test(this.following)) return found
    if (this.value === 'async') found.isAsync = true
    else found.kind = this.value
    this.next()
    if (this.isOnNewLine) throw NOT_PLAIN
    return found
  }
}
