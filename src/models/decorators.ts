/** Reads models with decorators of sequelize-typescript or Sequelize 7: `@Table({ paranoid: true })`, `@DeletedAt`. */

import { type Cls, type Machine, type Node, originOf, type RValue, type Site, siteOf, snapshot } from '../ast'
import type { DecoratedClass, Decorator, Sites, Unknown } from '../types'
import { isClass, isRef, isUnknown } from '../values'
import { isModelClass, isSequelizePackage, rootOf } from './packages'
import type { ModelStyle } from './style'

interface Read extends Decorator {
  abstract: boolean
  node: Node
}

function readDecorator(node: Node, cls: Cls, m: Machine): Read | undefined {
  const call = node.expression.type === 'CallExpression' ? node.expression : undefined
  const callee = m.force(m.evaluate(call ? call.callee : node.expression, cls.scope))
  if (!isRef(callee) || !isSequelizePackage(callee.module)) return void evaluateArguments(call, cls, m)
  const path = callee.path.filter((part) => part !== 'default' && !/decorators/.test(part))
  const args = (call?.arguments ?? []).map((one: Node) =>
    isFunction(one) ? undefined : snapshot(m.evaluate(one, cls.scope), m),
  )
  const module = [callee.module, ...callee.path.filter((part) => /decorators/.test(part))].join('/')
  return {
    name: path[0] ?? '',
    module,
    args,
    at: originOf(node, cls.scope.module.source),
    abstract: path[1] === 'Abstract',
    node,
  }
}

/** Other decorators may make a connection: Nest's `@Module({ imports: [SequelizeModule.forRoot(...)] })`. */
function evaluateArguments(call: Node | undefined, cls: Cls, m: Machine): void {
  for (const one of call?.arguments ?? []) if (one.type === 'ObjectExpression') m.evaluate(one, cls.scope)
}

const isFunction = (node: Node) =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'

const decoratorsOf = (node: Node, cls: Cls, m: Machine): Read[] =>
  (node.decorators ?? []).flatMap((one: Node) => readDecorator(one, cls, m) ?? [])

/** Reads the decorators of one class. Returns undefined if it has no `@Table` and no decorated properties. */
function readClass(cls: Cls, m: Machine): DecoratedClass | undefined {
  const members: Node[] = cls.node.body.body.filter(
    (one: Node) => one.decorators?.length && one.key && !one.computed,
  )
  const properties = members
    .map((one) => ({
      name: String(one.key.name ?? one.key.value),
      at: originOf(one, cls.scope.module.source),
      decorators: decoratorsOf(one, cls, m),
    }))
    .filter(({ decorators }) => decorators.length > 0)
  const table = decoratorsOf(cls.node, cls, m).find(({ name }) => name === 'Table')
  if (!table && properties.length === 0) return undefined
  return {
    name: cls.name,
    at: cls.at,
    ...(table && { table: { options: table.args[0], abstract: table.abstract, at: table.at } }),
    properties,
  }
}

const cache = new WeakMap<Cls, DecoratedClass | undefined>()

function decorated(cls: Cls, m: Machine): DecoratedClass | undefined {
  if (!cache.has(cls)) cache.set(cls, readClass(cls, m))
  return cache.get(cls)
}

/** Returns the class and its parents; a parent that cannot be read counts as one with unknown options. */
function chainOf(cls: Cls, m: Machine): DecoratedClass[] {
  const chain: DecoratedClass[] = []
  for (let one: RValue = cls; isClass(one); one = m.force(one.parent)) {
    const decorators = decorated(one, m)
    if (decorators) chain.push(decorators)
  }
  const root = rootOf(cls, m)
  if (root !== undefined && !isModelClass(root) && !(isRef(root) && isSequelizePackage(root.module)))
    chain.push(unreadParent(root, cls))
  return chain
}

function unreadParent(root: RValue, cls: Cls): DecoratedClass {
  const why = isUnknown(root) ? root.why : 'its source cannot be read'
  const options: Unknown = { kind: 'unknown', text: `the parent class of ${cls.name}`, at: cls.at, why }
  return { name: '', at: cls.at, table: { options, abstract: true, at: cls.at }, properties: [] }
}

function sitesOf(cls: Cls, m: Machine): Sites {
  const { source } = cls.scope.module
  const table = decoratorsOf(cls.node, cls, m).find(({ name }) => name === 'Table')
  const sites: Sites = {}
  if (table) sites.options = optionsSite(table.node, cls)
  for (const member of cls.node.body.body) {
    const mark = decoratorsOf(member, cls, m).find(({ name }) => name === 'DeletedAt')
    if (mark) Object.assign(sites, { deletedAtDecorator: mark.at, member: originOf(member, source) })
  }
  return sites
}

function optionsSite(decorator: Node, cls: Cls): Sites['options'] {
  const { source } = cls.scope.module
  const call = decorator.expression
  const at = originOf(decorator, source)
  if (call.type !== 'CallExpression')
    return { how: 'decorator', at: { ...at, span: [decorator.end, decorator.end] } }
  const [first] = call.arguments
  if (!first) return { how: 'decorator', at: { ...at, span: [call.end - 1, call.end - 1] } }
  return first.type === 'ObjectExpression' ? { how: 'object', at: originOf(first, source) } : undefined
}

export const decorators: ModelStyle = {
  name: 'decorators',
  declared(cls, m) {
    const own = decorated(cls, m)
    if (!own?.table || own.table.abstract || cls.node.abstract) return undefined
    const site: Site = siteOf(cls.node, cls.scope, m)
    return {
      cls,
      instance: undefined,
      site,
      definition: {
        style: 'decorators',
        name: cls.name,
        attributes: undefined,
        options: own.table.options,
        sequelize: undefined,
        decorated: chainOf(cls, m),
        origin: cls.at,
        sites: sitesOf(cls, m),
      },
    }
  },
}
