/** Plain classes, with their decorators. */

import type { Node } from '../source'
import { Kind, NOT_PLAIN } from './scanner'
import { Types } from './types'

const MODIFIERS = /^(?:static|declare|public|private|protected|readonly|override)$/

export abstract class Classes extends Types {
  protected decorators(): Node[] {
    const decorators: Node[] = []
    while (this.is('@')) {
      const { start } = this
      this.next()
      const from = this.start
      const expression = this.subscripts(this.name(), from)
      decorators.push(this.done({ type: 'Decorator', start, expression }))
    }
    return decorators
  }

  protected classExpression(): Node {
    return this.classNode('ClassExpression', this.start)
  }

  /** `class` stands here. */
  protected classNode(type: string, start: number, decorators: Node[] = []): Node {
    this.next()
    const id = this.is('{') || this.isWord('extends') || this.isWord('implements') ? null : this.name()
    if (this.is('<')) throw NOT_PLAIN
    const superClass = this.eatWord('extends') ? this.heritage() : null
    if (this.isWord('implements')) throw NOT_PLAIN
    const body = this.classBody()
    return this.done({
      type,
      start,
      ...(decorators.length > 0 && { decorators }),
      id,
      superClass,
      body,
    })
  }

  private heritage(): Node {
    const { start } = this
    const atom = this.atom()
    const plain = this.isTyped ? this.membersOf(atom, start) : this.subscripts(atom, start)
    if (this.is('<')) this.skipTypeArguments()
    return plain
  }

  /** A list of types may follow, so only members are taken. */
  private membersOf(base: Node, start: number): Node {
    let object = base
    while (this.eat('.')) {
      const property = this.anyName()
      object = this.done({ type: 'MemberExpression', start, object, computed: false, property })
    }
    if (!this.is('{') && !this.is('<')) throw NOT_PLAIN
    return object
  }

  private classBody(): Node {
    const { start } = this
    if (!this.is('{')) throw NOT_PLAIN
    this.next()
    const body: Node[] = []
    while (!this.eat('}')) if (!this.eat(';')) body.push(this.member())
    return this.done({ type: 'ClassBody', start, body })
  }

  private member(): Node {
    const { start } = this
    const decorators = this.decorators()
    const said = this.memberModifiers()
    const { kind, isAsync } = this.modifiers()
    const isConstructor = !said.static && kind === 'method' && this.value === 'constructor'
    const { key, computed } = this.key()
    const shared = { start, ...(decorators.length > 0 && { decorators }), static: said.static, key, computed }
    if (this.is('(')) {
      if (said.declare) throw NOT_PLAIN
      const method = { ...shared, type: 'ClassMethod', kind: isConstructor ? 'constructor' : kind, id: null }
      return this.withBody(method, isAsync)
    }
    if (kind !== 'method' || isAsync || isConstructor) throw NOT_PLAIN
    return this.field({ ...shared, type: 'ClassProperty', ...(said.declare && { declare: true }) })
  }

  private field(node: { type: string; start: number; [field: string]: unknown }): Node {
    if (this.isTyped && (this.is('?') || this.is('!'))) this.next()
    if (this.is(':')) this.skipAnnotation()
    const waits = this.waits
    this.waits = false
    const value = this.eat('=') ? this.assignment() : null
    this.waits = waits
    const made = this.done({ ...node, value })
    made.end = this.endOfStatement()
    return made
  }

  private memberModifiers(): { static: boolean; declare: boolean } {
    const said = { static: false, declare: false }
    while (this.kind === Kind.Word && MODIFIERS.test(this.value)) {
      // It is the key itself.
      if (/^[(:=;}?!]/.test(this.following)) return said
      if (this.value === 'static') said.static = true
      else if (!this.isTyped) throw NOT_PLAIN
      if (this.value === 'declare') said.declare = true
      this.next()
      // A block, a generator, or a key of its own on the next line.
      if (this.is('{') || this.is('*') || this.isOnNewLine) throw NOT_PLAIN
    }
    return said
  }
}
