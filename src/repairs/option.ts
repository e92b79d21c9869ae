/** Sets an option of one model alone, in whatever form the model takes its options. */

import type { Model, RepairContext } from '../types'
import { addArguments, callAround, callOf, mergeAround } from './edits/call'
import { classAt, decoratorName } from './edits/member'
import { setProperty } from './edits/object'
import { around, insert, type Node, nodeAt, type Replace, replace, type Source } from './edits/source'
import { modelLabel, othersAt, placeText } from './sharing'

/** @param value as code */
export function setOwnOption(
  source: Source,
  model: Model,
  key: string,
  value: string,
  context: RepairContext,
): Replace[] | { cannot: string } {
  const { options } = model.sites
  const others = options ? othersAt(options.at, model, context) : []
  const edits =
    options && others.length === 0
      ? atSite(source, options, key, value)
      : atArgument(source, model, key, value)
  if (edits) return edits
  const why =
    options && others.length > 0
      ? `those at ${placeText(options.at)} serve ${others.join(', ')} as well`
      : 'none are written for it alone'
  return { cannot: `${modelLabel(model)} has no options of its own: ${why}. Write ${key}: ${value} by hand.` }
}

function atSite(
  source: Source,
  { how, at }: NonNullable<Model['sites']['options']>,
  key: string,
  value: string,
): Replace[] | undefined {
  const object = `{ ${key}: ${value} }`
  if (how === 'object') {
    const literal = nodeAt(source, at, /^ObjectExpression$/)
    const merge = literal && mergeAround(source, literal)
    if (merge) return addArguments(source, merge, object)
    return literal && setProperty(source, literal, key, value)
  }
  if (how === 'decorator') {
    const inside = source.text[at.span[1] - 1] === '(' && source.text[at.span[1]] === ')'
    return [insert(source, at.span[1], inside ? object : `(${object})`)]
  }
  const call = callAround(source, at)
  return call && addArguments(source, call, object)
}

/** Spreads an options argument that is no literal, and sets the option after it. */
function atArgument(source: Source, model: Model, key: string, value: string): Replace[] | undefined {
  const argument = optionsArgument(source, model)
  if (!argument) return undefined
  const text = source.text.slice(argument.start, argument.end)
  const spread = /^(Identifier|MemberExpression|CallExpression)$/.test(argument.type) ? text : `(${text})`
  return [replace(source, argument.start, argument.end, `{ ...${spread}, ${key}: ${value} }`)]
}

function optionsArgument(source: Source, model: Model): Node | undefined {
  const call =
    model.style === 'decorators' ? tableOf(source, model) : callOf(source, model.origin, /^(define|init)$/)
  const index = { define: 2, init: 1, decorators: 0 }[model.style]
  const argument: Node | undefined = call?.arguments[index]
  return argument && !/^(ObjectExpression|SpreadElement)$/.test(argument.type) ? argument : undefined
}

function tableOf(source: Source, { origin }: Model): Node | undefined {
  const decorators: Node[] = classAt(around(source, origin.span))?.decorators ?? []
  const table = decorators.find((one) => decoratorName(one) === 'Table')
  return table?.expression.type === 'CallExpression' ? table.expression : undefined
}
