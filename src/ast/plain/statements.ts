/** Plain statements, and the blocks of functions, which are read when somebody asks for them. */

import type { Node } from '../source'
import { Classes } from './classes'
import { isPure } from './pure'
import { Kind, NOT_PLAIN } from './scanner'

/** Shorter ones are read as fast as they are passed over. */
const WORTH = 60

/** Reads a block or an object that is not plain: the same text, from the brace that opens it. */
export type ReadBlock = (start: number) => Node

export class Parser extends Classes {
  /** Blocks that are passed over: where each begins, and ends. */
  private readonly folded = new Map<number, number>()
  /** Objects likewise. */
  private readonly late = new Map<number, number>()

  constructor(
    text: string,
    readonly isTyped: boolean,
    private readonly readBlock: ReadBlock,
  ) {
    super(text)
  }

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

  /** What nobody has asked for yet, as blocks. */
  passedOver(): string[] {
    const blocks = Array.from(this.folded, ([start, end]) => this.text.slice(start, end))
    const objects = Array.from(this.late, ([start, end]) => `{ (${this.text.slice(start, end)}) }`)
    return [...blocks, ...objects]
  }

  private statements(until: Kind): { directives: Node[]; body: Node[] } {
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

  private statement(): Node {
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

  /** Decorators before a class, or before the export of one: they are the class's, and begin both. */
  private decorated(): Node {
    const { start } = this
    const decorators = this.decorators()
    if (this.isWord('class')) return this.classNode('ClassDeclaration', start, decorators)
    if (!this.eatWord('export')) throw NOT_PLAIN
    const isDefault = this.eatWord('default')
    if (!this.isWord('class')) throw NOT_PLAIN
    const declaration = this.classNode('ClassDeclaration', start, decorators)
    if (isDefault) return this.done({ type: 'ExportDefaultDeclaration', start, declaration })
    return this.done({ type: 'ExportNamedDeclaration', start, specifiers: [], source: null, declaration })
  }

  private importDeclaration(): Node {
    const { start } = this
    if (/^[(.]/.test(this.following)) throw NOT_PLAIN
    this.next()
    const importKind = this.typeOnly() ? 'type' : 'value'
    const specifiers: Node[] = []
    if (this.kind !== Kind.Text) {
      this.importedNames(specifiers)
      if (!this.eatWord('from')) throw NOT_PLAIN
    }
    const source = this.textLiteral()
    const made = this.done({ type: 'ImportDeclaration', start, specifiers, importKind, source })
    made.end = this.endOfStatement()
    return made
  }

  private importedNames(specifiers: Node[]): void {
    const { start } = this
    if (this.kind === Kind.Word) {
      const local = this.name()
      specifiers.push(this.done({ type: 'ImportDefaultSpecifier', start, local }))
      if (!this.eat(',')) return
    }
    const from = this.start
    if (this.eat('*')) {
      if (!this.eatWord('as')) throw NOT_PLAIN
      const local = this.name()
      specifiers.push(this.done({ type: 'ImportNamespaceSpecifier', start: from, local }))
    } else {
      this.expect('{')
      this.specifiers('ImportSpecifier', specifiers)
    }
  }

  /** `type` before names, where it is none itself. */
  private typeOnly(): boolean {
    if (!this.isWord('type')) return false
    const next = this.following
    if (!this.isTyped || !/^[\w${*]/.test(next) || next === 'fr' || next === 'as') {
      if (this.isTyped && next !== '' && /^[\w$*]/.test(next)) throw NOT_PLAIN
      return false
    }
    this.next()
    return true
  }

  private specifiers(type: 'ImportSpecifier' | 'ExportSpecifier', into: Node[]): void {
    const isImport = type === 'ImportSpecifier'
    while (!this.eat('}')) {
      const { start } = this
      const kind = this.typeOnly() ? 'type' : 'value'
      const first = this.anyName()
      const second = this.eatWord('as') ? this.anyName() : { ...first }
      if (isImport && !isBindable(second)) throw NOT_PLAIN
      const names = isImport ? { imported: first, local: second } : { local: first, exported: second }
      into.push(this.done({ type, start, ...names, [isImport ? 'importKind' : 'exportKind']: kind }))
      if (!this.is('}')) this.expect(',')
    }
  }

  private exportDeclaration(): Node {
    const { start } = this
    this.next()
    if (this.eatWord('default')) return this.exportDefault(start)
    if (this.is('*')) throw NOT_PLAIN
    const shared = { type: 'ExportNamedDeclaration', start }
    if (this.is('{')) {
      this.next()
      const specifiers: Node[] = []
      this.specifiers('ExportSpecifier', specifiers)
      const source = this.eatWord('from') ? this.textLiteral() : null
      const made = this.done({ ...shared, exportKind: 'value', specifiers, source, declaration: null })
      made.end = this.endOfStatement()
      return made
    }
    const declaration = this.statement()
    const isType = /^TS/.test(declaration.type)
    if (namesOf(declaration).length === 0 && !isType) throw NOT_PLAIN
    const exportKind = isType ? 'type' : 'value'
    return this.done({ ...shared, exportKind, specifiers: [], source: null, declaration })
  }

  private exportDefault(start: number): Node {
    const from = this.start
    let declaration: Node
    if (this.isWord('class')) declaration = this.classNode('ClassDeclaration', from)
    else if (this.isWord('function')) declaration = this.functionNode('FunctionDeclaration', from, false)
    else if (this.isWord('async') && /^fu/.test(this.following)) {
      this.next()
      declaration = this.functionNode('FunctionDeclaration', from, true)
    } else if (this.is('@') || (this.isTyped && this.isWord('interface'))) throw NOT_PLAIN
    else {
      declaration = this.assignment()
      const made = this.done({ type: 'ExportDefaultDeclaration', start, declaration })
      made.end = this.endOfStatement()
      return made
    }
    return this.done({ type: 'ExportDefaultDeclaration', start, declaration })
  }

  private interfaceDeclaration(): Node {
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

  private typeAlias(): Node {
    const { start } = this
    this.next()
    const id = this.name()
    this.expect('=')
    this.skipType()
    const made = this.done({ type: 'TSTypeAliasDeclaration', start, id })
    made.end = this.endOfStatement()
    return made
  }

  protected body(isAsync: boolean): Node {
    const { start } = this
    if (!this.is('{')) throw NOT_PLAIN
    this.skipBlock()
    const end = this.before
    this.folded.set(start, end)
    const read = () => this.unfolded(start, end, isAsync)
    let inner: { directives: Node[]; body: Node[] } | undefined
    return {
      type: 'BlockStatement',
      start,
      end,
      get body() {
        return (inner ??= read()).body
      },
      get directives() {
        return (inner ??= read()).directives
      },
    } as unknown as Node
  }

  protected lateObject(): Node | undefined {
    const { start } = this
    const end = this.endOfBlock()
    if (end - start < WORTH || !isPure(this.text.slice(start, end))) return undefined
    this.from(end)
    this.late.set(start, end)
    let properties: Node[] | undefined
    const read = () => this.unfoldedObject(start, end)
    return {
      type: 'ObjectExpression',
      start,
      end,
      isLate: true,
      get properties() {
        properties ??= read()
        return properties
      },
    } as unknown as Node
  }

  private unfoldedObject(start: number, end: number): Node[] {
    this.late.delete(start)
    try {
      this.from(start)
      const { properties } = this.objectHere()
      if (this.before === end) return properties
    } catch (error) {
      if (error !== NOT_PLAIN) throw error
    }
    return this.readBlock(start).properties
  }

  private unfolded(start: number, end: number, isAsync: boolean): { directives: Node[]; body: Node[] } {
    this.folded.delete(start)
    try {
      this.waits = isAsync
      this.from(start)
      this.next()
      const inner = this.statements(Kind.Mark)
      if (!this.is('}') || this.end !== end) throw NOT_PLAIN
      return inner
    } catch (error) {
      if (error !== NOT_PLAIN) throw error
      const { directives, body } = this.readBlock(start)
      return { directives, body }
    }
  }
}

const isBindable = ({ name }: Node): boolean => /^(?!default$|as$)/.test(name)

/** What a statement declares for the block around it. */
function namesOf({ type, id, declarations, specifiers, declaration, kind }: Node): string[] {
  switch (type) {
    case 'VariableDeclaration':
      return kind === 'var'
        ? []
        : (declarations as Node[]).flatMap((one) => (one.id.type === 'Identifier' ? [one.id.name] : []))
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return id ? [id.name] : []
    case 'ImportDeclaration':
      return (specifiers as Node[]).map(({ local }) => local.name)
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declaration ? namesOf(declaration) : []
    default:
      return []
  }
}
