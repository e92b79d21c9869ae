/** Executes statements. If a test is not known, both branches run. */

import { isObject, isPrimitive } from '../values'
import { truthy } from './choices'
import { forLoop, forOf, whileLoop } from './loops'
import { objectAt } from './making'
import { evaluateNamed } from './naming'
import { keyOf } from './objects'
import type { Completion, Fn, Machine, RValue, Scope } from './runtime'
import { declare, declaredNames, functionScope, hoist, innerScope, lookup, siteOf } from './scope'
import { type Node, originOf, textOf, unknownAt } from './source'

const normal: Completion = { type: 'normal' }

export function executeAll(statements: Node[], scope: Scope, m: Machine): Completion {
  hoist(statements, scope, m)
  for (const [index, statement] of statements.entries()) {
    const done = execute(statement, scope, m)
    if (done.type === 'maybe') {
      // A branch may have left the block, so the following statements may not run.
      m.guarded++
      const rest = executeAll(statements.slice(index + 1), scope, m)
      m.guarded--
      return rest.type === 'normal' ? done : rest
    }
    if (done.type !== 'normal') return done
  }
  return normal
}

type Executor = (node: Node, scope: Scope, m: Machine) => Completion | void

function execute(node: Node, scope: Scope, m: Machine): Completion {
  if (m.budget-- <= 0) return normal
  return executors[node.type]?.(node, scope, m) ?? normal
}

const executors: Record<string, Executor> = {
  ExpressionStatement: (node, scope, m) => void m.evaluate(node.expression, scope),
  VariableDeclaration: variables,
  ClassDeclaration: (node, scope, m) => {
    const cls = m.defineClass(node, scope)
    if (node.id) declare(node.id.name, cls, node, scope, m)
  },
  TSEnumDeclaration: enumeration,
  TSModuleDeclaration: namespace,
  BlockStatement: (node, scope, m) => executeAll(node.body, innerScope(scope, m), m),
  ReturnStatement: (node, scope, m) => ({
    type: 'return',
    value: node.argument ? m.evaluate(node.argument, scope) : undefined,
  }),
  ThrowStatement: (node, scope, m) => ({ type: 'throw', value: m.evaluate(node.argument, scope) }),
  BreakStatement: (node) => ({ type: 'break', label: node.label?.name }),
  ContinueStatement: (node) => ({ type: 'continue', label: node.label?.name }),
  LabeledStatement: labelled,
  IfStatement: conditional,
  SwitchStatement: switchCase,
  TryStatement: attempt,
  ForOfStatement: forOf,
  ForInStatement: forOf,
  ForStatement: forLoop,
  WhileStatement: whileLoop,
  DoWhileStatement: whileLoop,
  ExportNamedDeclaration: (node, scope, m) =>
    node.declaration ? execute(node.declaration, scope, m) : undefined,
  ExportDefaultDeclaration: exportDefault,
  TSExportAssignment: (node, scope, m) => {
    const value = m.evaluate(node.expression, scope)
    const at = originOf(node, scope.module.source)
    // `export =` exports as CommonJS does, even if the file has ESM imports.
    scope.module.isEsm = false
    m.set(scope.module.cjs, 'exports', value, { at, valueAt: at })
  },
  TSImportEqualsDeclaration: (node, scope, m) => {
    const { id, moduleReference } = node
    const specifier = moduleReference.expression?.value
    const value = specifier
      ? m.require(specifier, scope.module, false, siteOf(node, scope, m))
      : qualified(moduleReference, scope, m)
    declare(id.name, value, node, scope, m)
  },
}

function variables(node: Node, scope: Scope, m: Machine): void {
  for (const { id, init } of node.declarations) {
    if (!init && node.kind === 'var') continue
    const home = node.kind === 'var' ? functionScope(scope) : scope
    m.bind(id, init ? evaluateNamed(init, id, scope, m) : undefined, home, true)
  }
}

function exportDefault(node: Node, scope: Scope, m: Machine): Completion | void {
  const { declaration } = node
  if (declaration.type === 'FunctionDeclaration' && declaration.id) return
  if (declaration.type === 'ClassDeclaration') {
    const cls = m.defineClass(declaration, scope, 'default')
    declare(declaration.id?.name ?? '*default*', cls, node, scope, m)
    if (declaration.id) declare('*default*', cls, node, scope, m)
    return
  }
  const isFunction = declaration.type === 'FunctionDeclaration'
  const fn: Fn = { kind: 'function', node: declaration, scope }
  if (isFunction) m.functions.set(declaration, fn)
  declare(
    '*default*',
    isFunction ? fn : evaluateNamed(declaration, 'default', scope, m),
    declaration,
    scope,
    m,
  )
}

function enumeration(node: Node, scope: Scope, m: Machine): void {
  const source = scope.module.source
  const at = originOf(node, source)
  const entries = new Map()
  let next: RValue = 0
  for (const member of node.members ?? node.body?.members ?? []) {
    const value: RValue = member.initializer ? m.evaluate(member.initializer, scope) : next
    entries.set(keyOf({ ...member, key: member.id }, scope, m), {
      value,
      at: originOf(member, source),
      valueAt: at,
    })
    next = typeof value === 'number' ? value + 1 : undefined
  }
  declare(node.id.name, { kind: 'object', entries, at }, node, scope, m)
}

/** `namespace Options { export const soft = ... }`: an object of what it exports; one name may be declared in parts. */
function namespace(node: Node, scope: Scope, m: Machine): void {
  const { id, body } = node
  if (node.declare || !body || id.type !== 'Identifier') return
  const at = originOf(node, scope.module.source)
  const before = lookup(id.name, scope, m)
  const made = isPrimitive(before) ? objectAt(at) : before
  declare(id.name, made, node, scope, m)
  const inside = innerScope(scope, m)
  // A later part sees what the earlier ones export.
  if (isObject(made)) for (const [name, slot] of made.entries) inside.names.set(name, slot)
  // `namespace A.B { }` declares B in A.
  const statements: Node[] = body.type === 'TSModuleBlock' ? body.body : [body]
  executeAll(statements, inside, m)
  for (const statement of statements) {
    const exported = statement === body ? body : /^Export/.test(statement.type) && statement.declaration
    for (const name of exported ? declaredNames(exported) : [])
      m.set(made, name, lookup(name, inside, m), { at, valueAt: at })
  }
}

function qualified(node: Node, scope: Scope, m: Machine): RValue {
  return node.type === 'TSQualifiedName'
    ? m.get(qualified(node.left, scope, m), node.right.name, siteOf(node, scope, m))
    : m.evaluate(node, scope)
}

function conditional(node: Node, scope: Scope, m: Machine): Completion {
  const test = truthy(m.force(m.evaluate(node.test, scope)))
  if (test === true) return execute(node.consequent, scope, m)
  if (test === false) return node.alternate ? execute(node.alternate, scope, m) : normal
  const when = textOf(node.test, scope.module.source)
  return m.fork(
    [
      { when, run: () => execute(node.consequent, innerScope(scope, m), m) },
      {
        when: `not ${when}`,
        run: () => (node.alternate ? execute(node.alternate, innerScope(scope, m), m) : normal),
      },
    ],
    originOf(node, scope.module.source),
  )
}

function switchCase(node: Node, scope: Scope, m: Machine): Completion {
  const value = m.force(m.evaluate(node.discriminant, scope))
  const cases: Node[] = node.cases
  const run = (from: number) => () =>
    breakable(
      executeAll(
        cases.slice(from).flatMap((one) => one.consequent),
        innerScope(scope, m),
        m,
      ),
    )
  if (isPrimitive(value)) {
    const hit = cases.findIndex((one) => one.test && m.force(m.evaluate(one.test, scope)) === value)
    const from = hit >= 0 ? hit : cases.findIndex((one) => !one.test)
    return from >= 0 ? run(from)() : normal
  }
  const words = (one: Node) => (one.test ? textOf(one.test, scope.module.source) : 'otherwise')
  const branches = cases.map((one, index) => ({ when: words(one), run: run(index) }))
  if (cases.every((one) => one.test)) branches.push({ when: 'otherwise', run: () => normal })
  return m.fork(branches, originOf(node, scope.module.source))
}

function labelled(node: Node, scope: Scope, m: Machine): Completion {
  const label = node.label.name
  const done = execute(node.body, { ...innerScope(scope, m), label }, m)
  return done.type === 'break' && done.label === label ? normal : done
}

const breakable = (done: Completion): Completion => (done.type === 'break' && !done.label ? normal : done)

/** Assumes that the `try` block succeeds: keeps the effects of the handler as possible, and drops its writes. */
function attempt(node: Node, scope: Scope, m: Machine): Completion {
  const done = execute(node.block, scope, m)
  const { handler, finalizer } = node
  if (handler) {
    const run = (error?: RValue): Completion => {
      const inside = innerScope(scope, m)
      const unread = () => unknownAt(handler.param, scope.module.source, 'it is an error at run time')
      if (handler.param) m.bind(handler.param, error ?? unread(), inside, true)
      return execute(handler.body, inside, m)
    }
    const handled =
      done.type === 'throw'
        ? run(done.value)
        : m.fork([{ when: 'it fails', run: () => run() }], originOf(node, scope.module.source), true)
    if (done.type === 'throw') return handled
  }
  if (finalizer) {
    const last = execute(finalizer, scope, m)
    if (last.type !== 'normal') return last
  }
  return done
}
