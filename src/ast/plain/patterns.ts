/** What values are bound to: names, and patterns of them. */

import type { Node } from '../source'
import { isName, Names } from './names'
import { Kind, NOT_PLAIN } from './scanner'

export abstract class Patterns extends Names {
  /** What a value is bound to: a name, or a pattern of them. */
  protected target(): Node {
    if (this.is('{')) return this.objectPattern()
    if (this.is('[')) return this.arrayPattern()
    return this.name()
  }

  protected withDefault(left: Node): Node {
    if (!this.eat('=')) return left
    const right = this.assignment()
    return this.done({ type: 'AssignmentPattern', start: left.start, left, right })
  }

  protected rest(): Node {
    const { start } = this
    this.next()
    const argument = this.target()
    // It comes last, and TypeScript tells its type behind the name.
    if (!this.is(')') && !this.is('}') && !this.is(']')) throw NOT_PLAIN
    return this.done({ type: 'RestElement', start, argument })
  }

  protected arrayPattern(): Node {
    const { start } = this
    this.next()
    const elements: (Node | null)[] = []
    while (!this.eat(']')) {
      if (this.eat(',')) elements.push(null)
      else {
        elements.push(this.is('...') ? this.rest() : this.withDefault(this.target()))
        if (!this.is(']')) this.expect(',')
      }
    }
    return this.done({ type: 'ArrayPattern', start, elements })
  }

  protected objectPattern(): Node {
    const { start } = this
    this.next()
    const properties = this.listed('}', () => (this.is('...') ? this.rest() : this.boundProperty()))
    return this.done({ type: 'ObjectPattern', start, properties })
  }

  protected boundProperty(): Node {
    const { start } = this
    const isShort = this.kind === Kind.Word && isName(this.value)
    const { key, computed } = this.key()
    const shorthand = !this.eat(':')
    if (shorthand && !isShort) throw NOT_PLAIN
    const value = this.withDefault(shorthand ? { ...key } : this.target())
    return this.done({ type: 'ObjectProperty', start, method: false, key, computed, shorthand, value })
  }
}
