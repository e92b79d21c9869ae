/** Makes the arguments that Nest injects into a factory or a constructor: instances of the parameters' classes. */

import { type Cls, type Fn, type Machine, type Node, type RValue, type Site, siteOf, unknownAt } from '../ast'
import { isClass } from '../values'
import { isService } from './nest-config'

const TYPED =
  /^\s*(?:(?:private|public|protected|readonly|override)\s+)*[\w$]+\s*\??\s*:\s*([A-Z][\w$]*)\b(?!\s*[<.[|&])/

/** The limit of nested constructors. */
const DEEPEST = 5

/**
 * Returns the arguments of a function that nobody in the project calls.
 *
 * @param why the reason why an argument without an injectable class is unknown
 */
export function handed(fn: Pick<Fn, 'scope'>, params: Node[], why: string, m: Machine, depth = 0): RValue[] {
  const { source } = fn.scope.module
  return params.map((one) => {
    const cls = depth < DEEPEST ? typeOf(one, fn, m) : undefined
    if (isService(cls)) return cls
    return isClass(cls) && isInjectable(cls)
      ? made(cls, why, siteOf(one, fn.scope, m), m, depth + 1)
      : unknownAt(one, source, why)
  })
}

/** Makes an instance as Nest does. */
export function made(cls: Cls, why: string, site: Site, m: Machine, depth = 0): RValue {
  const own = cls.node.body.body.find(({ kind }: Node) => kind === 'constructor')
  return m.construct(cls, handed(cls, own?.params ?? [], why, m, depth), site)
}

/** Returns the value of a parameter's type annotation, such as a class. */
function typeOf(param: Node, { scope }: Pick<Fn, 'scope'>, m: Machine): RValue {
  const [, name] = TYPED.exec(scope.module.source.text.slice(param.start, param.start + 300)) ?? []
  if (name === undefined) return undefined
  const { start, end, loc } = param
  return m.force(m.evaluate({ type: 'Identifier', name, start, end, loc }, scope))
}

/** Whether a class has `@Injectable`; callers make any other class themselves, with arguments of their choice. */
const isInjectable = ({ node, scope }: Cls): boolean =>
  /@Injectable\s*\([^)]*\)\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?$/.test(
    scope.module.source.text.slice(Math.max(0, node.start - 300), node.start),
  ) || /^\s*@Injectable\b/.test(scope.module.source.text.slice(node.start, node.start + 300))
