/** Imports and exports. */

import type { Node } from '../source'
import { namesOf } from './declared'
import { Folding } from './folding'
import { Kind, NOT_PLAIN } from './scanner'

export abstract class Modules extends Folding {
  protected abstract statement(): Node

  /** Decorators before a class, or before the export of one: they are the class's, and begin both. */
  protected decorated(): Node {
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

  protected importDeclaration(): Node {
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

  protected importedNames(specifiers: Node[]): void {
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
      specifiers.push(...this.listed('}', () => this.specifier('ImportSpecifier')))
    }
  }

  /** `type` before names, where it is none itself. */
  protected typeOnly(): boolean {
    if (!this.isWord('type')) return false
    const next = this.following
    if (!this.isTyped || !/^[\w${*]/.test(next) || next === 'fr' || next === 'as') {
      if (this.isTyped && next !== '' && /^[\w$*]/.test(next)) throw NOT_PLAIN
      return false
    }
    this.next()
    return true
  }

  protected specifier(type: 'ImportSpecifier' | 'ExportSpecifier'): Node {
    const { start } = this
    const isImport = type === 'ImportSpecifier'
    const kind = this.typeOnly() ? 'type' : 'value'
    const first = this.anyName()
    const second = this.eatWord('as') ? this.anyName() : { ...first }
    if (isImport && !isBindable(second)) throw NOT_PLAIN
    const names = isImport ? { imported: first, local: second } : { local: first, exported: second }
    return this.done({ type, start, ...names, [isImport ? 'importKind' : 'exportKind']: kind })
  }

  protected exportDeclaration(): Node {
    const { start } = this
    this.next()
    if (this.eatWord('default')) return this.exportDefault(start)
    if (this.is('*')) throw NOT_PLAIN
    const shared = { type: 'ExportNamedDeclaration', start }
    if (this.is('{')) {
      this.next()
      const specifiers = this.listed('}', () => this.specifier('ExportSpecifier'))
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

  protected exportDefault(start: number): Node {
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
}

const isBindable = ({ name }: Node): boolean => /^(?!default$|as$)/.test(name)
