/** Plain expressions, as the nodes that Babel makes of them. */

import type { Node } from '../source'
import { Literals } from './literals'
import { Kind, NOT_PLAIN } from './scanner'

/** How strongly an operator binds its operands. */
const STRENGTH: Record<string, number> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 6,
  '!=': 6,
  '===': 6,
  '!==': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  instanceof: 7,
  in: 7,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
}

const ASSIGNS = new Set(['=', '+=', '-=', '*=', '/=', '%='])

export abstract class Expressions extends Literals {
  /** A class where an expression stands. */
  protected abstract classExpression(): Node

  protected expression(): Node {
    const { start } = this
    const first = this.assignment()
    if (!this.is(',')) return first
    const expressions = [first]
    while (this.eat(',')) expressions.push(this.assignment())
    return this.done({ type: 'SequenceExpression', start, expressions })
  }

  protected assignment(): Node {
    const { start } = this
    const arrow = this.arrow()
    if (arrow) return arrow
    const left = this.conditional()
    if (this.kind !== Kind.Mark || !ASSIGNS.has(this.value)) return left
    if (left.type !== 'Identifier' && left.type !== 'MemberExpression') throw NOT_PLAIN
    const operator = this.value
    this.next()
    const right = this.assignment()
    return this.done({ type: 'AssignmentExpression', start, operator, left, right })
  }

  private conditional(): Node {
    const { start } = this
    const test = this.binary(0)
    if (!this.eat('?')) return test
    const consequent = this.assignment()
    this.expect(':')
    const alternate = this.assignment()
    return this.done({ type: 'ConditionalExpression', start, test, consequent, alternate })
  }

  private binary(least: number): Node {
    const { start } = this
    let left = this.unary()
    for (;;) {
      const operator = this.value
      const strength = this.kind === Kind.Mark || this.kind === Kind.Word ? STRENGTH[operator] : undefined
      if (strength === undefined || strength <= least) return left
      // Behind a name it may as well open a list of types.
      if (operator === '<' && this.isTyped) throw NOT_PLAIN
      const isLogical = strength <= 3
      this.next()
      const right = this.binary(strength)
      left = this.done({
        type: isLogical ? 'LogicalExpression' : 'BinaryExpression',
        start,
        left,
        operator,
        right,
      })
      // Mixed without parentheses they are a mistake.
      if (operator === '??' && (this.is('||') || this.is('&&'))) throw NOT_PLAIN
      if (isLogical && operator !== '??' && this.is('??')) throw NOT_PLAIN
    }
  }

  private unary(): Node {
    const { start, value: operator } = this
    if (this.kind === Kind.Mark && /^[!\-+~]$/.test(operator)) return this.prefixed(start, operator)
    if (this.kind === Kind.Word && /^(typeof|void|delete)$/.test(operator))
      return this.prefixed(start, operator)
    if (this.is('++') || this.is('--')) throw NOT_PLAIN
    if (this.isWord('await')) {
      if (!this.waits) throw NOT_PLAIN
      this.next()
      const argument = this.unary()
      return this.done({ type: 'AwaitExpression', start, argument })
    }
    const argument = this.subscripts(this.atom(), start)
    if (!(this.is('++') || this.is('--')) || this.isOnNewLine) return argument
    if (argument.type !== 'Identifier' && argument.type !== 'MemberExpression') throw NOT_PLAIN
    const sign = this.value
    this.next()
    return this.done({ type: 'UpdateExpression', start, operator: sign, prefix: false, argument })
  }

  private prefixed(start: number, operator: string): Node {
    this.next()
    const argument = this.unary()
    return this.done({ type: 'UnaryExpression', start, operator, prefix: true, argument })
  }

  /** Members and calls behind an expression. */
  protected subscripts(base: Node, start: number, noCalls = false): Node {
    let object = base
    for (;;) {
      if (this.eat('.')) {
        const property = this.anyName()
        object = this.done({ type: 'MemberExpression', start, object, computed: false, property })
      } else if (this.eat('[')) {
        const property = this.expression()
        this.expect(']')
        object = this.done({ type: 'MemberExpression', start, object, computed: true, property })
      } else if (!noCalls && this.is('(')) {
        const args = this.args()
        object = this.done({ type: 'CallExpression', start, callee: object, arguments: args })
      } else {
        // `?.`, a tagged template, `!` and a list of types of TypeScript.
        if (this.is('`') || (this.is('?') && this.text[this.end] === '.')) throw NOT_PLAIN
        if (this.isTyped && (this.is('!') || this.is('<'))) throw NOT_PLAIN
        return object
      }
    }
  }

  protected atom(): Node {
    const { start, kind, value } = this
    switch (kind) {
      case Kind.Word:
        return this.word()
      case Kind.Text:
        return this.textLiteral()
      case Kind.Number:
        this.next()
        return this.done({ type: 'NumericLiteral', start, value: Number(value) })
      case Kind.Mark:
        return this.marked()
      default:
        throw NOT_PLAIN
    }
  }

  private marked(): Node {
    const { start } = this
    switch (this.value) {
      case '{':
        return this.object()
      case '[':
        this.next()
        return this.done({ type: 'ArrayExpression', start, elements: this.list(']') })
      case '`':
        return this.template()
      case '(': {
        this.next()
        const inner = this.expression()
        this.expect(')')
        // An assignment to it, or a call of it as a pattern, is for others to judge.
        if (this.is('=>') || (this.is('=') && inner.type !== 'MemberExpression')) throw NOT_PLAIN
        return inner
      }
      case '/':
      case '/=': {
        this.takePattern()
        const [, pattern, flags] = /^\/(.*)\/(\w*)$/.exec(this.value)!
        this.next()
        return this.done({ type: 'RegExpLiteral', start, pattern, flags })
      }
      default:
        throw NOT_PLAIN
    }
  }

  private word(): Node {
    const { start, value } = this
    switch (value) {
      case 'true':
      case 'false':
        this.next()
        return this.done({ type: 'BooleanLiteral', start, value: value === 'true' })
      case 'null':
        this.next()
        return this.done({ type: 'NullLiteral', start })
      case 'this':
        this.next()
        return this.done({ type: 'ThisExpression', start })
      case 'super':
        this.next()
        if (!this.is('.') && !this.is('(')) throw NOT_PLAIN
        return { type: 'Super', start, end: this.before } as Node
      case 'new':
        return this.construction()
      case 'function':
        return this.functionNode('FunctionExpression', start, false)
      case 'class':
        return this.classExpression()
      case 'async':
        if (/^f/.test(this.following)) {
          this.next()
          if (this.isOnNewLine) throw NOT_PLAIN
          return this.functionNode('FunctionExpression', start, true)
        }
    }
    return this.name()
  }

  private construction(): Node {
    const { start } = this
    this.next()
    if (this.is('.')) throw NOT_PLAIN
    const from = this.start
    const callee = this.subscripts(this.atom(), from, true)
    const args = this.is('(') ? this.args() : []
    return this.done({ type: 'NewExpression', start, callee, arguments: args })
  }
}
