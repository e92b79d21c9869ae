/** Tells which model an expression stands for: the model itself, a row of it, or a list of its rows. */

import type { Model } from '../../types'
import { around, bare, everyNode, type Node } from '../edits/source'
import type { ValueSource } from './bindings'
import { definedAround, type Opened } from './place'

/** 'other': surely none of the project's models. undefined: unknown. */
export type ModelOf = Model | 'other' | undefined

/** The limit for following names: `const a = b`, `const b = a` would never end. */
const DEEPEST = 12

export function modelOf(node: Node | null | undefined, opened: Opened, depth = 0): ModelOf {
  if (!node || depth > DEEPEST) return undefined
  const next = (other: Node | null | undefined) => modelOf(other, opened, depth + 1)
  switch (node.type) {
    case 'Identifier':
      return ofName(node, opened, depth)
    case 'ThisExpression':
    case 'Super':
      return ofThis(node, opened, depth)
    case 'AwaitExpression':
      return next(node.argument)
    case 'AssignmentExpression':
      return next(node.right)
    case 'NewExpression':
      return next(node.callee)
    case 'LogicalExpression':
      return agreed([next(node.left), next(node.right)])
    case 'ConditionalExpression':
      return agreed([next(node.consequent), next(node.alternate)])
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return ofMember(node, opened, depth)
    case 'CallExpression':
    case 'OptionalCallExpression':
      return ofCall(node, opened, depth)
    case 'ClassDeclaration':
    case 'ClassExpression':
      return opened.classes.get(node.start) ?? next(node.superClass)
    default:
      if (bare(node) !== node) return next(bare(node))
      return /Literal$|Function|ObjectExpression/.test(node.type) ? 'other' : undefined
  }
}

/** The model on which all known answers agree; unknown answers are ignored. */
function agreed(all: ModelOf[]): ModelOf {
  const answers = new Set(all.filter((one) => one !== undefined))
  return answers.size === 1 ? [...answers][0] : undefined
}

function ofName(node: Node, opened: Opened, depth: number): ModelOf {
  const given = opened.bindings(node.name, node)
  if (!given) return opened.known.named(node.name, opened.source.file)
  return agreed(given.map((one) => modelOfSource(one, opened, depth + 1)))
}

function modelOfSource(given: ValueSource, opened: Opened, depth: number): ModelOf {
  if (given.how === 'value') return modelOf(given.node, opened, depth)
  if (given.how === 'import') return ofImport(given, opened)
  if (given.how === 'parameter') return ofParameter(given, opened, depth)
  const named = opened.known.named(given.key, opened.source.file)
  return named ?? ofPart(given.key, modelOfSource(given.of, opened, depth + 1), opened)
}

function ofImport(
  { from, name, local }: Extract<ValueSource, { how: 'import' }>,
  { known, source }: Opened,
): ModelOf {
  const wanted = name === 'default' || name === '*' ? local : name
  const file = known.module(from, source.file)
  if (!file || file.isPackage) return known.named(wanted) ?? (file && 'other')
  const models = known.inFile(file.path)
  if (models.length === 1 && name !== '*') return models[0]
  return known.named(wanted, file.path)
}

/** A callback of a model's method, or of a list of rows, receives rows of the model. */
function ofParameter(
  given: Extract<ValueSource, { how: 'parameter' }>,
  opened: Opened,
  depth: number,
): ModelOf {
  if (given.type) {
    const typed = ofType(given.type, opened, depth)
    if (typed) return typed
  }
  const call = around(opened.source, [given.of.start, given.of.end]).findLast((node) =>
    node.arguments?.includes(given.of),
  )
  if (!call || given.index > 0) return undefined
  const receiver = call.callee?.object && modelOf(call.callee.object, opened, depth + 1)
  if (receiver && receiver !== 'other') return receiver
  return call.arguments[0] === given.of ? undefined : modelOf(call.arguments[0], opened, depth + 1)
}

/** `Session`, `Session[]`, `typeof Session`, `ModelStatic<Session> | null` */
function ofType(type: Node, opened: Opened, depth: number): ModelOf {
  let found: ModelOf
  everyNode(type, (node) => {
    if (node.type !== 'Identifier') return
    const one = ofName(node, opened, depth + 1)
    if (one && (found === undefined || found === 'other')) found = one
  })
  return found
}

/** `this` in a method of the model's class, of its prototype, or of its definition. */
function ofThis(node: Node, opened: Opened, depth: number): ModelOf {
  const above = around(opened.source, [node.start, node.end])
  const index = above.findLastIndex(({ type }) => /^Class(Declaration|Expression)$/.test(type))
  const home = above
    .slice(index + 1)
    .findLastIndex(({ type }) => /^Function(Expression|Declaration)$|^ObjectMethod$/.test(type))
  if (home < 0) return index < 0 ? undefined : modelOf(above[index], opened, depth + 1)
  const within = above[index + 1 + home]
  if (!within) return undefined
  const assigned = above.findLast((one) => one.type === 'AssignmentExpression' && one.right === within)
  if (assigned?.left.type === 'MemberExpression') return modelOf(assigned.left.object, opened, depth + 1)
  return definedAround([within.start, within.end], opened)
}

const keyOf = ({ property, computed }: Node): string | undefined =>
  computed ? (property.type === 'StringLiteral' ? property.value : undefined) : property.name

/** A web session (`req.session`) is no row of a model. */
const isWebSession = ({ object }: Node, key: string | undefined): boolean =>
  key === 'session' && /^(req|request|ctx|context)$/.test(object.name ?? '')

function ofMember(node: Node, opened: Opened, depth: number): ModelOf {
  const key = keyOf(node)
  if (isWebSession(node, key)) return 'other'
  const named = key === undefined ? undefined : opened.known.named(key, opened.source.file)
  if (node.object.type === 'ThisExpression' && key !== undefined) {
    const typed = memberType(node, key, opened)
    if (typed) return ofType(typed, opened, depth)
    return named
  }
  if (named) return named
  const whole = modelOf(node.object, opened, depth + 1)
  return key === undefined ? whole : ofPart(key, whole, opened)
}

/** A property of a row or of an unknown value is taken for the association of that name. */
function ofPart(key: string, whole: ModelOf, { known }: Opened): ModelOf {
  if (whole === undefined || whole === 'other') return whole
  return /^(rows|prototype|default|\d+)$/.test(key) ? whole : known.like(key)
}

/** The type of a property in its class: a constructor parameter or a member. */
function memberType({ start, end }: Node, key: string, { source }: Opened): Node | undefined {
  const own = around(source, [start, end]).findLast((node) => node.type === 'ClassBody')
  const members: Node[] = own?.body ?? []
  const injected = members
    .flatMap((one) => (one.kind === 'constructor' ? one.params : []))
    .flatMap((one: Node) => (one.type === 'TSParameterProperty' ? one.parameter : []))
  const typed = [...injected, ...members].find((one: Node) => (one.name ?? one.key?.name) === key)
  return typed?.typeAnnotation
}

/** Methods that return the model, a row, or a list of rows. */
const KEEPS = new RegExp(
  `^(find(By(Pk|Id|Primary)|One|All|AndCountAll|AndCount|OrCreate|OrBuild|OrInitialize|CreateFind)?|create|build|bulkBuild|
  |bulkCreate|upsert|scope|unscoped|schema|withScope|withSchema|withoutScope|withInitialScope|init|reload|save|update|
  |increment|decrement|set|filter|at|pop|shift|slice|concat|reverse|sort|catch|finally|bind)$`.replace(
    /\s+\|/g,
    '',
  ),
)

function ofCall(node: Node, opened: Opened, depth: number): ModelOf {
  const { callee } = node
  const [first] = node.arguments
  if (callee.name === 'require') return ofRequire(first, opened)
  if (!/MemberExpression$/.test(callee.type)) return factory(callee, opened, depth)
  const key = keyOf(callee) ?? ''
  if (/^(model|define)$/.test(key) && first?.type === 'StringLiteral')
    return opened.known.named(first.value, opened.source.file)
  if (key === 'import') return ofRequire(first, opened)
  const whole = modelOf(callee.object, opened, depth + 1)
  // A package returns its own values, unless it may have received a row of the project: `_.last(sessions)`.
  if (whole === 'other')
    return node.arguments.every((one: Node) => modelOf(one, opened, depth + 1) === 'other')
      ? 'other'
      : undefined
  if (whole && KEEPS.test(key)) return whole
  const [, association] = /^(?:get|create)([A-Z]\w*)$/.exec(key) ?? []
  return association ? opened.known.like(association) : undefined
}

/** `require('./session')(sequelize, DataTypes)`; the result of any other function is unknown. */
const factory = (callee: Node, opened: Opened, depth: number): ModelOf => {
  const made = callee.type === 'CallExpression' ? modelOf(callee, opened, depth + 1) : undefined
  return made === 'other' ? undefined : made
}

function ofRequire(given: Node | undefined, { known, source }: Opened): ModelOf {
  if (given?.type !== 'StringLiteral') return undefined
  const file = known.module(given.value, source.file)
  if (!file || file.isPackage) return file && 'other'
  const models = known.inFile(file.path)
  return models.length === 1 ? models[0] : undefined
}
