/** Calls functions, with limits on depth and recursion. */

import { isChoice, isFunction, isHost, isList, isObject, isRef } from '../values'
import { attempted, cutOff, giveUp } from './bounds'
import { join } from './choices'
import { isOfPackage, list, slotAt, unknownFor } from './making'
import type { Fn, Frame, Machine, Obj, RValue, Scope, Site } from './runtime'
import { innerScope } from './scope'
import { frameOf } from './self'
import { type Node, originOf } from './source'

const DEPTH = 60
/** How often a call site may recurse: more often for a call that is certain than for one in an undecided branch. */
const RECURSION = { sure: 25, perhaps: 3 }
/** The higher limits for a runner that walks a list of commands by calling itself. */
const WALK = { depth: 160, recursion: 150 }

export function call(callee: RValue, args: RValue[], self: RValue, site: Site, m: Machine): RValue {
  const fn = isOfPackage(callee) ? callee : m.force(callee)
  if (isHost(fn)) return attempted(() => fn.call(args, site, self), site, m)
  if (isFunction(fn)) return callFunction(fn, args, self, site, m)
  if (isChoice(fn))
    return join(
      fn.of.map(({ value, when }) => ({ value: m.call(value, args, self, site), when })),
      site.at,
    )
  // `require('./user')(sequelize)` where the file has a default export.
  return isObject(fn) ? callDefault(fn, args, site, m) : callUnread(fn, args, site, m)
}

function callDefault(target: Obj, args: RValue[], site: Site, m: Machine): RValue {
  const byDefault = target.entries.get('default')
  if (byDefault) return m.call(byDefault.value, args, undefined, site)
  return unknownFor(site, 'it is not a function')
}

function callUnread(fn: RValue, args: RValue[], site: Site, m: Machine): RValue {
  const known = m.hosts.call?.(fn, args, false, site)
  if (known !== undefined) return known
  if (m.hosts.runCallbacks) runCallbacks(args, site, m)
  if (isRef(fn)) return { ...fn, args, site }
  return unknownFor(site, 'it is not a function that can be read', fn)
}

/** Runs each callback that an unread function receives once, with unknown arguments; also those in a list. */
function runCallbacks(args: RValue[], site: Site, m: Machine): void {
  for (const arg of args.flatMap((one) => (isList(one) ? one.items : [one]))) {
    const unknown = unknownFor(site, 'an unread function hands it over')
    if (isFunction(arg))
      m.call(
        arg,
        arg.node.params.map(() => unknown),
        undefined,
        site,
      )
    else if (isHost(arg)) m.call(arg, [unknown], undefined, site)
  }
}

function callFunction(fn: Fn, args: RValue[], self: RValue, site: Site, m: Machine): RValue {
  const running = m.stack.filter((one) => one.node === site.node).length
  const isSure = m.guarded === 0
  const isWalk = isSure && m.hosts.runCallbacks === true
  const most = isWalk ? WALK.recursion : RECURSION[isSure ? 'sure' : 'perhaps']
  if (m.stack.length > (isWalk ? WALK.depth : DEPTH) || running >= most) {
    // A certain recursion has effects in each turn, so cutting it off is reported; one behind a test may just end.
    if (isSure && m.hosts.runCallbacks) giveUp(m)
    else if (isSure)
      cutOff(site.source.file, 'a function calls itself more often than is followed', m, site.at)
    return unknownFor(site, 'it calls itself')
  }
  const isArrow = fn.node.type === 'ArrowFunctionExpression'
  const frame: Frame = {
    self: fn.self !== undefined ? fn.self : self,
    home: fn.home,
    isStatic: fn.isStatic,
    args,
    returns: [],
    ...(fn.node.generator && { yields: list([]) }),
  }
  const scope = innerScope(fn.scope, m)
  // An arrow function uses the `super` and `this` of the enclosing function.
  scope.frame = isArrow
    ? { ...frame, home: frameOf(fn.scope)?.home, isStatic: frameOf(fn.scope)?.isStatic }
    : frame
  const stack = m.stack
  m.called.add(fn.node)
  m.stack = [...stack, site]
  m.frames.push(scope.frame)
  bindParameters(fn.node, args, scope, m)
  const value = runBody(fn.node, scope, scope.frame, m)
  m.frames.pop()
  m.stack = stack
  return value === undefined ? scope.frame.yields : value
}

function bindParameters(node: Node, args: RValue[], scope: Scope, m: Machine): void {
  if (node.type !== 'ArrowFunctionExpression') {
    const at = originOf(node, scope.module.source)
    scope.names.set('arguments', slotAt(list(args), at))
  }
  for (const [index, parameter] of node.params.entries()) {
    if (parameter.type === 'RestElement') m.bind(parameter.argument, list(args.slice(index)), scope, true)
    else if (parameter.type === 'TSParameterProperty') bindMember(parameter.parameter, args[index], scope, m)
    else m.bind(parameter, args[index], scope, true)
  }
}

/** Binds a parameter property: `constructor(private readonly config: Config)`. */
function bindMember(parameter: Node, value: RValue, scope: Scope, m: Machine): void {
  m.bind(parameter, value, scope, true)
  const { name } = parameter.left ?? parameter
  const own = scope.names.get(name)
  if (own && 'value' in own && scope.frame?.self !== undefined) m.set(scope.frame.self, name, own.value, own)
}

function runBody(node: Node, scope: Scope, frame: Frame, m: Machine): RValue {
  if (node.body.type !== 'BlockStatement') return m.evaluate(node.body, scope)
  const done = m.execute(node.body.body, scope)
  if (frame.returns.length === 0) return done.type === 'return' ? done.value : undefined
  const last =
    done.type === 'return'
      ? [{ value: done.value, when: 'otherwise' }]
      : done.type === 'throw'
        ? []
        : [{ value: undefined, when: 'otherwise' }]
  return join([...frame.returns, ...last], originOf(node, scope.module.source))
}
