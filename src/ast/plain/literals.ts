/** Objects, templates, and lists of elements and arguments. */

import type { Node } from '../source'
import { Functions } from './functions'
import { isName } from './names'
import { Kind, NOT_PLAIN } from './scanner'

export abstract class Literals extends Functions {
  protected abstract expression(): Node
  /** An object that is read when somebody asks for it; undefined where its text is to be read at once. */
  protected abstract lateObject(): Node | undefined

  protected args(): Node[] {
    this.expect('(')
    return this.list(')')
  }

  protected list(close: string): Node[] {
    return this.listed(close, () => (this.is('...') ? this.spread() : this.assignment()))
  }

  protected spread(): Node {
    const { start } = this
    this.next()
    const argument = this.assignment()
    return this.done({ type: 'SpreadElement', start, argument })
  }

  protected template(): Node {
    const { start, text } = this
    const quasis: Node[] = []
    const expressions: Node[] = []
    let from = start + 1
    for (;;) {
      const [end, isLast] = endOfQuasi(text, from)
      const raw = text.slice(from, end).replaceAll('\r\n', '\n')
      quasis.push({
        type: 'TemplateElement',
        start: from,
        end,
        value: { raw, cooked: raw },
        tail: isLast,
      } as unknown as Node)
      this.from(end + (isLast ? 1 : 2))
      if (isLast) {
        this.before = end + 1
        return this.done({ type: 'TemplateLiteral', start, expressions, quasis })
      }
      expressions.push(this.expression())
      if (!this.is('}')) throw NOT_PLAIN
      from = this.end
    }
  }

  protected object(): Node {
    return this.lateObject() ?? this.objectHere()
  }

  protected objectHere(): Node {
    const { start } = this
    this.next()
    const properties = this.listed('}', () => (this.is('...') ? this.spread() : this.property()))
    return this.done({ type: 'ObjectExpression', start, properties })
  }

  protected property(): Node {
    const { start } = this
    const { kind, isAsync } = this.modifiers()
    const shorthand = this.kind === Kind.Word && isName(this.value)
    const { key, computed } = this.key()
    if (this.is('('))
      return this.withBody(
        { type: 'ObjectMethod', start, method: kind === 'method', key, computed, kind, id: null },
        isAsync,
      )
    if (kind !== 'method' || isAsync) throw NOT_PLAIN
    if (this.eat(':')) {
      const value = this.assignment()
      return this.done({
        type: 'ObjectProperty',
        start,
        method: false,
        key,
        computed,
        shorthand: false,
        value,
      })
    }
    if (!shorthand || computed) throw NOT_PLAIN
    const value = { ...key }
    return this.done({ type: 'ObjectProperty', start, method: false, key, computed, shorthand: true, value })
  }
}

/** Where the text of a template ends: at a backtick, or at what is put into it. */
function endOfQuasi(text: string, from: number): [end: number, isLast: boolean] {
  const QUASI = /[`\\]|\$\{/g
  QUASI.lastIndex = from
  const found = QUASI.exec(text)
  if (!found || found[0] === '\\') throw NOT_PLAIN
  return [found.index, found[0] === '`']
}
