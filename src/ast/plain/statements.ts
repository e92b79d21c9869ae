/** Plain statements: a whole file, and the block of a function. */

import type { Node } from '../source'
import { namesOf } from './declared'
import type { Block } from './folding'
import { Modules } from './modules'
import { Kind, NOT_PLAIN } from './scanner'

export class Parser extends Modules {
  program(): Node {
    this.from(this.text.startsWith('#!') ? this.text.indexOf('\n') : 0)
    const { directives, body } = this.statements(Kind.End)
    const isModule = body.some(({ type }) => /^(Import|Export)/.test(type))
    const sourceType = isModule ? 'module' : 'script'
    return {
      type: 'Program',
      start: 0,
      end: this.text.length,
      sourceType,
      body,
      directives,
    } as unknown as Node
  }

  protected statements(until: Kind): Block {
    const [directives, body]: [Node[], Node[]] = [[], []]
    const declared = new Set<string>()
    const isOver = () => (until === Kind.End ? this.kind === Kind.End : this.is('}'))
    while (!isOver()) {
      const statement = this.statement()
      if (statement.type === 'Directive' && body.length > 0) throw NOT_PLAIN
      if (statement.type === 'Directive') directives.push(statement)
      else body.push(statement)
      for (const name of namesOf(statement)) {
        // A name that is declared twice is a fault: Babel says which.
        if (declared.has(name)) throw NOT_PLAIN
        declared.add(name)
      }
    }
    return { directives, body }
  }

  protected statement(): Node {
    const { start } = this
    if (this.kind === Kind.Text) return this.directive()
    if (this.is('{')) return this.block()
    if (this.is('@')) return this.decorated()
    if (this.is(';')) {
      this.next()
      return this.done({ type: 'EmptyStatement', start })
    }
    if (this.kind !== Kind.Word) return this.expressionStatement()
    switch (this.value) {
      case 'import':
        return this.importDeclaration()
      case 'export':
        return this.exportDeclaration()
      case 'const':
      case 'let':
      case 'var':
        return this.variables()
      case 'function':
        return this.functionNode('FunctionDeclaration', start, false)
      case 'class':
        return this.classNode('ClassDeclaration', start)
      case 'return':
        return this.leaving('ReturnStatement')
      case 'throw':
        return this.leaving('ThrowStatement')
      case 'if':
        return this.conditionalStatement()
      case 'interface':
        if (this.isTyped) return this.interfaceDeclaration()
        break
      case 'type':
        if (this.isTyped && /^[A-Za-z_$]/.test(this.following)) return this.typeAlias()
        break
      case 'async':
        if (/^fu/.test(this.following)) {
          this.next()
          if (this.isWord('function')) return this.functionNode('FunctionDeclaration', start, true)
          throw NOT_PLAIN
        }
    }
    return this.expressionStatement()
  }

  /** A text by itself: a directive, where nothing is made of it. */
  private directive(): Node {
    const { start, value, end } = this
    if (!/^[;}\n]?$/.test(this.following[0] ?? '') && !/^\s*\n/.test(this.text.slice(end, end + 80)))
      return this.expressionStatement()
    const literal = this.done({ type: 'DirectiveLiteral', start, value })
    literal.end = end
    this.next()
    const made = this.done({ type: 'Directive', start, value: literal })
    made.end = this.endOfStatement()
    return made
  }

  private expressionStatement(): Node {
    const { start } = this
    const expression = this.expression()
    if (this.is(':')) throw NOT_PLAIN
    const made = this.done({ type: 'ExpressionStatement', start, expression })
    made.end = this.endOfStatement()
    return made
  }

  private block(): Node {
    const { start } = this
    this.next()
    const inner = this.statements(Kind.Mark)
    if (inner.directives.length > 0) throw NOT_PLAIN
    this.expect('}')
    return this.done({ type: 'BlockStatement', start, ...inner })
  }

  private variables(): Node {
    const { start, value: kind } = this
    this.next()
    const declarations: Node[] = []
    do declarations.push(this.declarator())
    while (this.eat(','))
    const made = this.done({ type: 'VariableDeclaration', start, declarations, kind })
    made.end = this.endOfStatement()
    return made
  }

  private declarator(): Node {
    const { start } = this
    const id = this.target()
    if (this.is(':')) {
      this.skipAnnotation()
      id.end = this.before
    }
    const init = this.eat('=') ? this.assignment() : null
    return this.done({ type: 'VariableDeclarator', start, id, init })
  }

  private leaving(type: string): Node {
    const { start } = this
    this.next()
    const isBare = this.is(';') || this.is('}') || this.kind === Kind.End || this.isOnNewLine
    if (isBare && type === 'ThrowStatement') throw NOT_PLAIN
    const argument = isBare ? null : this.expression()
    const made = this.done({ type, start, argument })
    made.end = this.endOfStatement()
    return made
  }

  private conditionalStatement(): Node {
    const { start } = this
    this.next()
    this.expect('(')
    const test = this.expression()
    this.expect(')')
    const consequent = this.branch()
    const alternate = this.eatWord('else') ? this.branch() : null
    return this.done({ type: 'IfStatement', start, test, consequent, alternate })
  }

  /** A declaration cannot stand here. */
  private branch(): Node {
    const made = this.statement()
    if (namesOf(made).length || made.type === 'Directive') throw NOT_PLAIN
    return made
  }
}
