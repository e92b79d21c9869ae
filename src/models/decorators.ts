/** Reads models with decorators of sequelize-typescript or Sequelize 7: `@Table({ paranoid: true })`, `@DeletedAt`. */

import {
  type Cls,
  type Machine,
  type Node,
  objectAt,
  originOf,
  type Ref,
  type RValue,
  type Site,
  siteOf,
  snapshot,
} from '../ast'
import type { DecoratedClass, Decorator, Origin, Sites, Unknown } from '../types'
import { isClass, isFunction, isObject, isRef, isUnknown } from '../values'
import { isModelClass, isSequelizePackage, rootOf } from './packages'
import type { ModelStyle } from './style'

interface Read extends Decorator {
  abstract: boolean
  /** The decorator in the class; absent if a decorator of the project applies this one. */
  node?: Node
}

/** Reads a decorator, and those that it applies if it is one of the project. */
function readDecorator(node: Node, cls: Cls, target: RValue[], m: Machine): Read[] {
  const call = node.expression.type === 'CallExpression' ? node.expression : undefined
  const callee = m.force(m.evaluate(call ? call.callee : node.expression, cls.scope))
  const at = originOf(node, cls.scope.module.source)
  if (isDecorator(callee)) {
    const args = (call?.arguments ?? []).map((one: Node) =>
      isFunctionNode(one) ? undefined : snapshot(m.evaluate(one, cls.scope), m),
    )
    return [{ ...named(callee), args, at, node }]
  }
  if (call && !isFunction(callee) && !isOfNest(callee)) evaluateArguments(call, cls, m)
  else if (mayBeModel(cls, m)) return applied(call ? m.evaluate(call, cls.scope) : callee, target, cls, at, m)
  return []
}

const isDecorator = (value: RValue): value is Ref => isRef(value) && isSequelizePackage(value.module)

function named({ module, path }: Ref): Pick<Read, 'name' | 'module' | 'abstract'> {
  const [name = '', variant] = path.filter((part) => part !== 'default' && !/decorators/.test(part))
  const home = [module, ...path.filter((part) => /decorators/.test(part))].join('/')
  return { name, module: home, abstract: variant === 'Abstract' }
}

/** Decorators count only on classes that extend Model; those of controllers and services are not run. */
function mayBeModel(cls: Cls, m: Machine): boolean {
  const root = rootOf(cls, m)
  return isModelClass(root) || isDecorator(root)
}

/** Nest's `applyDecorators(Table(...), ...)` applies its arguments. */
const isOfNest = (value: RValue): value is Ref => isRef(value) && value.path.at(-1) === 'applyDecorators'

/** Returns the decorators of Sequelize that a value applies: one of them, a list of Nest's, or a function that calls them. */
function applied(given: RValue, target: RValue[], cls: Cls, at: Origin, m: Machine): Read[] {
  const value = m.force(given)
  if (isDecorator(value)) return [readCalled(value, at, m)]
  if (isOfNest(value)) return (value.args ?? []).flatMap((one) => applied(one, target, cls, at, m))
  // What a function applies is noted where it calls a decorator.
  if (isFunction(value)) m.call(value, target, undefined, siteOf(cls.node, cls.scope, m))
  return []
}

/** Reads a decorator that has its arguments already. */
function readCalled(decorator: Ref, at: Origin, m: Machine): Read {
  const args = (decorator.args ?? []).map((one) => snapshot(m.force(one), m))
  return { ...named(decorator), args, at }
}

interface Called {
  /** The property that is decorated; absent for the class itself. */
  property: string | undefined
  decorator: Read
}

/** The decorators that are called as functions on a class. */
const calls = new WeakMap<Cls, Called[]>()

/** Decorators that take no arguments, or may; all others first get arguments and then the class. */
const bare = new Set(['Table', 'Column', 'CreatedAt', 'UpdatedAt', 'DeletedAt'])

/** Notes a call such as `Table({ paranoid: true })(Visit)`. Returns the class that thereby is a model. */
export function noteDecorated(callee: RValue, args: RValue[], { at }: Site, m: Machine): Cls | undefined {
  if (!isDecorator(callee) || !(callee.args || bare.has(named(callee).name))) return undefined
  const [target, key] = args.map((one) => m.force(one))
  const cls = isClass(target) ? target : isObject(target) ? target.class : undefined
  if (!cls) return undefined
  const property = typeof key === 'string' ? key : undefined
  calls.set(cls, [...(calls.get(cls) ?? []), { property, decorator: readCalled(callee, at, m) }])
  return cache.has(cls) ? cls : undefined
}

/** Other decorators may make a connection: Nest's `@Module({ imports: [SequelizeModule.forRoot(...)] })`. */
function evaluateArguments(call: Node | undefined, cls: Cls, m: Machine): void {
  for (const one of call?.arguments ?? []) if (one.type === 'ObjectExpression') m.evaluate(one, cls.scope)
}

const isFunctionNode = (node: Node) =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'

/** @param target the arguments that a decorator gets: the class, or its prototype and the name of a property */
const decoratorsOf = (node: Node, cls: Cls, target: RValue[], m: Machine): Read[] =>
  (node.decorators ?? []).flatMap((one: Node) => readDecorator(one, cls, target, m))

/** The decorators that are written in a class. */
interface Written {
  own: Read[]
  properties: { name: string; at: Origin; decorators: Read[] }[]
}

function readClass(cls: Cls, m: Machine): Written {
  const { source } = cls.scope.module
  const prototype = { ...objectAt(cls.at), class: cls }
  const members: Node[] = cls.node.body.body.filter(
    (one: Node) => one.decorators?.length && one.key && !one.computed,
  )
  const properties = members.map((one) => {
    const name = String(one.key.name ?? one.key.value)
    return { name, at: originOf(one, source), decorators: decoratorsOf(one, cls, [prototype, name], m) }
  })
  return { own: decoratorsOf(cls.node, cls, [cls], m), properties }
}

const cache = new WeakMap<Cls, Written>()

function written(cls: Cls, m: Machine): Written {
  const known = cache.get(cls)
  if (known) return known
  const read = readClass(cls, m)
  cache.set(cls, read)
  return read
}

/** Returns undefined for a class that has no `@Table` and no decorated properties. */
function decorated(cls: Cls, m: Machine): DecoratedClass | undefined {
  const { own, properties: inClass } = written(cls, m)
  const called = calls.get(cls) ?? []
  const properties = [
    ...inClass.map((one) => ({
      ...one,
      decorators: [
        ...one.decorators,
        ...called.filter(({ property }) => property === one.name).map(toDecorator),
      ],
    })),
    ...called
      .filter(({ property }) => property !== undefined && !inClass.some(({ name }) => name === property))
      .map(({ property = '', decorator }) => ({ name: property, at: decorator.at, decorators: [decorator] })),
  ].filter(({ decorators }) => decorators.length > 0)
  const table = tableOf(own, called)
  if (!table && properties.length === 0) return undefined
  return {
    name: cls.name,
    at: cls.at,
    ...(table && { table: { options: table.args[0], abstract: table.abstract, at: table.at } }),
    properties,
  }
}

const toDecorator = ({ decorator }: Called): Read => decorator

const tableOf = (own: Read[], called: Called[]): Read | undefined =>
  [...own, ...called.filter(({ property }) => property === undefined).map(toDecorator)].find(
    ({ name }) => name === 'Table',
  )

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
  const { own, properties } = written(cls, m)
  const table = tableOf(own, calls.get(cls) ?? [])
  const sites: Sites = {}
  if (table?.node) sites.options = optionsSite(table.node, cls)
  for (const { at, decorators } of properties) {
    const mark = decorators.find(({ name, node }) => name === 'DeletedAt' && node)
    if (mark) Object.assign(sites, { deletedAtDecorator: mark.at, member: at })
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
