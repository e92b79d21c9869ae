/** Finds the place of a definition, and the places where a repair may write in it. */

import { type Cls, type Node, originOf, type RValue, type Site } from '../ast'
import type { Origin, Sites } from '../types'
import { isObject } from '../values'

/**
 * Returns the call in the model's own file, which is not the file of a wrapper or a base class in between: the file of
 * its class or its attributes, whichever call comes first, else the file of its name.
 */
export function callOrigin(site: Site, attributes: RValue, name: RValue, cls?: Cls): Site {
  const calls = [...site.stack, site]
  const written = isObject(attributes) ? attributes.at.file : undefined
  const innermost = (file: string | undefined) => calls.findLast((one) => one.at.file === file)
  if (cls && isOfItsFile(cls)) return innermost(cls.at.file) ?? classSite(cls)
  const first = calls.find((one) => one.at.file === written || one.at.file === cls?.at.file)
  return innermost(first?.at.file) ?? calls.findLast((one) => names(one, name)) ?? site
}

/** Whether a class is at the top level of a file; a function may make its class for many models. */
const isOfItsFile = ({ scope }: Cls): boolean => scope.parent === scope.module.scope

const classSite = ({ node, scope, at }: Cls): Site => ({ node, source: scope.module.source, at, stack: [] })

const names = ({ node }: Site, name: RValue): boolean =>
  (node.arguments ?? []).some((one: Node) => one.type === 'StringLiteral' && one.value === name)

const literals = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TypeCastExpression',
  'ParenthesizedExpression',
])

const bare = (node: Node | undefined): Node | undefined =>
  node && literals.has(node.type) ? bare(node.expression) : node

/** Returns the place of the literal that gave a value, if it is in this file. */
function literalOf(value: RValue, { source }: Site): Origin | undefined {
  if (!isObject(value)) return undefined
  const { at } = value
  return at.file === source.file && source.text[at.span[0]] === '{' ? at : undefined
}

/** @param index the position of the options among the call's arguments */
export function callSites(site: Site, values: { attributes: RValue; options: RValue }, index: number): Sites {
  const args = site.node.arguments ?? []
  const attributes = literalOf(values.attributes, site)
  const written = bare(args[index])
  const own =
    written?.type === 'ObjectExpression' ? originOf(written, site.source) : literalOf(values.options, site)
  const sites: Sites = { ...(attributes && { attributes }) }
  if (own) sites.options = { how: 'object', at: own }
  else if (!written && args.length === index && site.node.callee?.property?.name) {
    const end = args.at(-1).end
    sites.options = { how: 'argument', at: { ...originOf(args.at(-1), site.source), span: [end, end] } }
  }
  return sites
}
