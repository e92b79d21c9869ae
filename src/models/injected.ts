/** What Nest hands to a factory or a constructor: an instance of the class that the parameter is typed by. */

import { type Cls, type Fn, type Machine, type Node, type RValue, type Site, siteOf, unknownAt } from '../ast'
import { isClass } from '../values'
import { isService } from './nest-config'

const TYPED =
  /^\s*(?:(?:private|public|protected|readonly|override)\s+)*[\w$]+\s*\??\s*:\s*([A-Z][\w$]*)\b(?!\s*[<.[|&])/

/** So many constructors hand over what they get. */
const DEEPEST = 5

/**
 * The arguments of a function that nobody in the project calls.
 *
 * @param why each of them is not known, where no class tells
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

/** An instance as Nest makes it. */
export function made(cls: Cls, why: string, site: Site, m: Machine, depth = 0): RValue {
  const own = cls.node.body.body.find(({ kind }: Node) => kind === 'constructor')
  return m.construct(cls, handed(cls, own?.params ?? [], why, m, depth), site)
}

/** What a parameter is typed by. */
function typeOf(param: Node, { scope }: Pick<Fn, 'scope'>, m: Machine): RValue {
  const [, name] = TYPED.exec(scope.module.source.text.slice(param.start, param.start + 300)) ?? []
  if (name === undefined) return undefined
  const { start, end, loc } = param
  return m.force(m.evaluate({ type: 'Identifier', name, start, end, loc }, scope))
}

/** A class of the project that is there to be injected: any other is made by whoever calls, with what he likes. */
const isInjectable = ({ node, scope }: Cls): boolean =>
  /@Injectable\s*\([^)]*\)\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?$/.test(
    scope.module.source.text.slice(Math.max(0, node.start - 300), node.start),
  ) || /^\s*@Injectable\b/.test(scope.module.source.text.slice(node.start, node.start + 300))
