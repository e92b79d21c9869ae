/** Finds the model of a call's options: `Session.findAll({ where: { … } })`, `include: { model: Session }`. */

import type { Model } from '../../types'
import { keyOf, type Node } from '../edits/source'
import { type ModelOf, modelOf } from './model-of'
import { definedAround, type Opened } from './place'

interface Owner {
  owner: ModelOf
  /** The method that receives the options; 'include' for those of an association. */
  method?: string
  /** The keys from the call to the place, outermost first: ['include', 'where']. */
  keys: string[]
  /** The model whose definition contains the place. */
  defines?: Model
}

/** Walks outward through literals to the call that receives them; undefined if there is none. */
export function ownerOf(node: Node, parents: Node[], opened: Opened): Owner | undefined {
  const keys: string[] = []
  const defines = definedAround([node.start, node.end], opened)
  let inner = node
  for (const parent of parents.toReversed()) {
    if (/^Object(Property|Method)$/.test(parent.type)) keys.unshift(keyOf(parent) ?? '')
    else if (parent.type === 'ObjectExpression') {
      const included = includedBy(parent, inner, opened)
      if (included && !defines) return { ...included, method: 'include', keys }
    } else if (isCall(parent)) {
      const called = callTaking(parent, inner)
      if (called === 'through') {
        inner = parent
        continue
      }
      return called && { ...ofCallee(parent, opened), keys, defines }
    } else if (!PASSES.test(parent.type)) return defines && { owner: undefined, keys, defines }
    inner = parent
  }
  return undefined
}

const PASSES =
  /^(ArrayExpression|SpreadElement|ConditionalExpression|LogicalExpression|TemplateLiteral|TS(As|Satisfies|NonNull)Expression)$/

const isCall = ({ type }: Node): boolean => /^(Optional)?CallExpression$|^NewExpression$/.test(type)

/** Functions that only wrap a value of a query. */
const WRAPS = /^(col|fn|cast|literal|where|and|or|json|not)$/

function callTaking(call: Node, argument: Node): 'through' | 'gets' | undefined {
  if (!call.arguments.includes(argument)) return undefined
  return WRAPS.test(call.callee.property?.name ?? call.callee.name ?? '') ? 'through' : 'gets'
}

function ofCallee({ callee }: Node, opened: Opened): { owner: ModelOf; method: string } {
  if (!/MemberExpression$/.test(callee.type)) return { owner: undefined, method: callee.name ?? '' }
  return {
    owner: modelOf(callee.object, opened),
    method: callee.property.name ?? callee.property.value ?? '',
  }
}

/** An object that names a model, an association or an alias applies to that model. */
function includedBy(object: Node, from: Node, opened: Opened): { owner: ModelOf } | undefined {
  const property = (key: string): Node | undefined =>
    object.properties.find((one: Node) => one !== from && one.type === 'ObjectProperty' && keyOf(one) === key)
      ?.value
  const model = property('model')
  if (model) return { owner: modelOf(model, opened) }
  const alias = property('association') ?? property('as')
  if (!alias) return undefined
  const name = alias.type === 'StringLiteral' ? alias.value : alias.property?.name
  return { owner: name === undefined ? undefined : opened.known.like(name) }
}
