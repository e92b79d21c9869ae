/** Plain expressions and patterns, as the nodes that Babel makes of them. */

import type { Node } from '../source'
import { Kind, NOT_PLAIN, Scanner } from './scanner'

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

/** Words that are no names, or mean something of their own where a name may stand. */
const RESERVED = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
   function if implements import in instanceof interface let new null package private protected public return static
   super switch this throw true try typeof var void while with yield eval arguments`.split(/\s+/),
)

export const isName = (word: string): boolean => !RESERVED.has(word)

/** A node without its end. */
export type Made = Omit<Node, 'loc' | 'end'>

export abstract class Expressions extends Scanner {
  /** Whether the file is TypeScript, where more may stand behind a name. */
  abstract readonly isTyped: boolean
  /** Whether `await` waits here. */
  protected waits = true

  /** A class where an expression stands. */
  protected abstract classExpression(): Node
  /** The block of a function, which is read when somebody asks for it. */
  protected abstract body(isAsync: boolean): Node
  /** An object that is read when somebody asks for it; undefined where its text is to be read at once. */
  protected abstract lateObject(): Node | undefined
  /** What TypeScript tells of a parameter or a result; nothing is made of it. */
  protected abstract skipAnnotation(): void

  protected done(node: Made): Node {
    const made = node as Node
    made.end = this.before
    return made
  }

  expression(): Node {
    const { start } = this
    const first = this.assignment()
    if (!this.is(',')) return first
    const expressions = [first]
    while (this.eat(',')) expressions.push(this.assignment())
    return this.done({ type: 'SequenceExpression', start, expressions })
  }

  assignment(): Node {
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

  protected args(): Node[] {
    this.expect('(')
    return this.list(')')
  }

  /** Elements up to a closing mark, which is taken too. */
  private list(close: string): Node[] {
    const items: Node[] = []
    while (!this.eat(close)) {
      items.push(this.is('...') ? this.spread() : this.assignment())
      if (!this.is(close)) this.expect(',')
    }
    return items
  }

  private spread(): Node {
    const { start } = this
    this.next()
    const argument = this.assignment()
    return this.done({ type: 'SpreadElement', start, argument })
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

  protected textLiteral(): Node {
    const { start, value } = this
    if (this.kind !== Kind.Text) throw NOT_PLAIN
    this.next()
    return this.done({ type: 'StringLiteral', start, value })
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

  private construction(): Node {
    const { start } = this
    this.next()
    if (this.is('.')) throw NOT_PLAIN
    const from = this.start
    const callee = this.subscripts(this.atom(), from, true)
    const args = this.is('(') ? this.args() : []
    return this.done({ type: 'NewExpression', start, callee, arguments: args })
  }

  private template(): Node {
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
    const properties: Node[] = []
    while (!this.eat('}')) {
      properties.push(this.is('...') ? this.spread() : this.property())
      if (!this.is('}')) this.expect(',')
    }
    return this.done({ type: 'ObjectExpression', start, properties })
  }

  private property(): Node {
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

  private parameters(): Node[] {
    this.expect('(')
    const params: Node[] = []
    while (!this.eat(')')) {
      params.push(this.is('...') ? this.rest() : this.withDefault(this.parameter()))
      if (!this.is(')')) this.expect(',')
    }
    return params
  }

  private parameter(): Node {
    const target = this.target()
    if (!this.isTyped || !(this.is('?') || this.is(':'))) return target
    this.eat('?')
    if (this.is(':')) this.skipAnnotation()
    target.end = this.before
    return target
  }

  /** What a value is bound to: a name, or a pattern of them. */
  protected target(): Node {
    if (this.is('{')) return this.objectPattern()
    if (this.is('[')) return this.arrayPattern()
    return this.name()
  }

  private withDefault(left: Node): Node {
    if (!this.eat('=')) return left
    const right = this.assignment()
    return this.done({ type: 'AssignmentPattern', start: left.start, left, right })
  }

  private rest(): Node {
    const { start } = this
    this.next()
    const argument = this.target()
    // It comes last, and TypeScript tells its type behind the name.
    if (!this.is(')') && !this.is('}') && !this.is(']')) throw NOT_PLAIN
    return this.done({ type: 'RestElement', start, argument })
  }

  private arrayPattern(): Node {
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

  private objectPattern(): Node {
    const { start } = this
    this.next()
    const properties: Node[] = []
    while (!this.eat('}')) {
      properties.push(this.is('...') ? this.rest() : this.boundProperty())
      if (!this.is('}')) this.expect(',')
    }
    return this.done({ type: 'ObjectPattern', start, properties })
  }

  private boundProperty(): Node {
    const { start } = this
    const isShort = this.kind === Kind.Word && isName(this.value)
    const { key, computed } = this.key()
    const shorthand = !this.eat(':')
    if (shorthand && !isShort) throw NOT_PLAIN
    const value = this.withDefault(shorthand ? { ...key } : this.target())
    return this.done({ type: 'ObjectProperty', start, method: false, key, computed, shorthand, value })
  }

  private arrow(): Node | undefined {
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
  private asyncArrow(): boolean {
    if (/^f/.test(this.following)) return false
    const { start, end, before } = this
    this.next()
    if (this.isArrow()) return !this.isOnNewLine
    this.from(start)
    this.before = before
    this.end = end
    return false
  }

  private isArrow(): boolean {
    if (this.kind === Kind.Word) return this.following === '=>' && isName(this.value)
    if (!this.is('(')) return false
    const behind = this.behindParentheses()
    // A result that TypeScript tells of, or the end of a condition.
    if (this.isTyped && behind[0] === ':') throw NOT_PLAIN
    return behind === '=>'
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
