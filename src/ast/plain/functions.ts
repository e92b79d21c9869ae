/** Functions and methods: their parameters are read, their blocks passed over. */

import type { Node } from '../source'
import { isName, type Made } from './names'
import { Patterns } from './patterns'
import { Kind, NOT_PLAIN } from './scanner'

export abstract class Functions extends Patterns {
  /** The block of a function, which is read when somebody asks for it. */
  protected abstract body(isAsync: boolean): Node
  /** What TypeScript tells of a parameter or a result; nothing is made of it. */
  protected abstract skipAnnotation(): void

  /** Parameters and body of a function; its name, or its key, is behind us. */
  protected withBody(node: Made, isAsync: boolean): Node {
    const params = this.parameters()
    if (this.is(':')) this.skipAnnotation()
    const body = this.body(isAsync)
    return this.done({ ...node, generator: false, async: isAsync, params, body })
  }

  /** `function` stands here. */
  protected functionNode(type: string, start: number, isAsync: boolean): Node {
    this.next()
    const id = this.is('(') ? null : this.name()
    return this.withBody({ type, start, id }, isAsync)
  }

  protected parameters(): Node[] {
    this.expect('(')
    return this.listed(')', () => (this.is('...') ? this.rest() : this.withDefault(this.parameter())))
  }

  protected parameter(): Node {
    const target = this.target()
    if (!this.isTyped || !(this.is('?') || this.is(':'))) return target
    this.eat('?')
    if (this.is(':')) this.skipAnnotation()
    target.end = this.before
    return target
  }

  protected arrow(): Node | undefined {
    const { start } = this
    const isAsync = this.isWord('async') && /^[\w$(]/.test(this.following) && this.asyncArrow()
    if (!isAsync && !this.isArrow()) return undefined
    const params = this.is('(') ? this.parameters() : [this.name()]
    if (!this.is('=>') || this.isOnNewLine) throw NOT_PLAIN
    this.next()
    const waits = this.waits
    this.waits = isAsync
    const body = this.is('{') ? this.body(isAsync) : this.assignment()
    this.waits = waits
    return this.done({
      type: 'ArrowFunctionExpression',
      start,
      id: null,
      generator: false,
      async: isAsync,
      params,
      body,
    })
  }

  /** Behind `async` an arrow function begins: the word is taken. */
  protected asyncArrow(): boolean {
    if (/^f/.test(this.following)) return false
    const { start, end, before } = this
    this.next()
    if (this.isArrow()) return !this.isOnNewLine
    this.from(start)
    this.before = before
    this.end = end
    return false
  }

  protected isArrow(): boolean {
    if (this.kind === Kind.Word) return this.following === '=>' && isName(this.value)
    if (!this.is('(')) return false
    const behind = this.behindParentheses()
    // A result that TypeScript tells of, or the end of a condition.
    if (this.isTyped && behind[0] === ':') throw NOT_PLAIN
    return behind === '=>'
  }
}
