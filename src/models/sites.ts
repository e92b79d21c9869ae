/** Where a definition stands, and where a repair may write in it. */

import { type Cls, kindOf, type Node, type Obj, originOf, type RValue, type Site } from '../ast'
import type { Origin, Sites } from '../types'

/**
 * The call in the model's own file: a wrapper or a base class in between is not where the model is written.
 * That is where its attributes are written, else where its class or its name is.
 */
export function callOrigin(site: Site, attributes: RValue, name: RValue, cls?: Cls): Site {
  const calls = [...site.stack, site].reverse()
  const inFile = (file: string) => calls.find((one) => one.at.file === file)
  const written = kindOf(attributes) === 'object' ? inFile((attributes as Obj).at.file) : undefined
  if (written) return written
  if (cls) return inFile(cls.at.file) ?? site
  return (
    calls.find(({ node }) =>
      ((node.arguments ?? []) as Node[]).some((one) => one.type === 'StringLiteral' && one.value === name),
    ) ?? site
  )
}

const literals = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TypeCastExpression',
  'ParenthesizedExpression',
])

const bare = (node: Node | undefined): Node | undefined =>
  node && literals.has(node.type) ? bare(node.expression) : node

/** The literal that was written for a value, if it stands in this file. */
function literalOf(value: RValue, { source }: Site): Origin | undefined {
  if (kindOf(value) !== 'object') return undefined
  const { at } = value as Obj
  return at.file === source.file && source.text[at.span[0]] === '{' ? at : undefined
}

/** @param index where the options stand among the call's arguments */
export function callSites(site: Site, values: { attributes: RValue; options: RValue }, index: number): Sites {
  const args = (site.node.arguments ?? []) as Node[]
  const attributes = literalOf(values.attributes, site)
  const written = bare(args[index])
  const own =
    written?.type === 'ObjectExpression' ? originOf(written, site.source) : literalOf(values.options, site)
  const sites: Sites = { ...(attributes && { attributes }) }
  if (own) sites.options = { how: 'object', at: own }
  else if (!written && args.length === index && site.node.callee?.property?.name) {
    const end = args.at(-1)!.end
    sites.options = { how: 'argument', at: { ...originOf(args.at(-1)!, site.source), span: [end, end] } }
  }
  return sites
}
