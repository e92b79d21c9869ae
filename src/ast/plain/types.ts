/** What TypeScript says beside the code: it is passed over, for nothing that is read depends on it. */

import type { Node } from '../source'
import { Expressions } from './expressions'
import { Kind, NOT_PLAIN } from './scanner'

export abstract class Types extends Expressions {
  /** A colon stands here. */
  protected skipAnnotation(): void {
    if (!this.isTyped) throw NOT_PLAIN
    this.next()
    this.skipType()
  }

  protected skipType(): void {
    this.eat('|')
    do this.skipOperand()
    while (this.eat('|') || this.takeAnd())
  }

  private takeAnd(): boolean {
    return this.text[this.start] === '&' && this.eat('&')
  }

  private skipOperand(): void {
    if (this.kind === Kind.Text || this.kind === Kind.Number) this.next()
    else if (this.is('{')) this.skipBlock()
    else if (this.kind === Kind.Word) this.skipNamed()
    else throw NOT_PLAIN
    while (this.is('[') && !this.isOnNewLine) {
      this.next()
      this.expect(']')
    }
    // Conditions, functions and whatever else there is.
    if (this.is('=>') || this.is('(') || this.isWord('is') || this.isWord('extends')) throw NOT_PLAIN
  }

  private skipNamed(): void {
    if (/^(typeof|keyof|infer|unique|readonly|asserts|new|abstract|import)$/.test(this.value)) throw NOT_PLAIN
    this.anyName()
    while (this.eat('.')) this.anyName()
    if (this.is('<')) this.skipTypeArguments()
  }

  /** `<A, B<C>>` */
  protected skipTypeArguments(): void {
    if (!this.isTyped) throw NOT_PLAIN
    this.expect('<')
    do this.skipType()
    while (this.eat(','))
    this.expect('>')
  }

  protected interfaceDeclaration(): Node {
    const { start } = this
    this.next()
    const id = this.name()
    if (this.is('<')) throw NOT_PLAIN
    if (this.eatWord('extends')) {
      do this.skipType()
      while (this.eat(','))
    }
    if (!this.is('{')) throw NOT_PLAIN
    this.skipBlock()
    return this.done({ type: 'TSInterfaceDeclaration', start, id })
  }

  protected typeAlias(): Node {
    const { start } = this
    this.next()
    const id = this.name()
    this.expect('=')
    this.skipType()
    const made = this.done({ type: 'TSTypeAliasDeclaration', start, id })
    made.end = this.endOfStatement()
    return made
  }
}
