/** Sets the option `deletedAt: '…'`, which names the attribute. */

import type { Model, RepairContext } from '../types'
import { propertiesOf } from './edits/list'
import { quoted, quotedLike, quoteOf } from './edits/literal'
import { remove } from './edits/removal'
import { around, type Node, nodeAt, type Replace, replace, type Source } from './edits/source'
import type { Mapping } from './field'
import { linesNaming, stillNamed } from './mentions'
import { setOwnOption } from './option'
import { modelLabel, othersAt, placeText, sharedBy } from './sharing'

/** @param also other edits that belong to the change */
export function nameAttribute(
  source: Source,
  model: Model,
  name: string,
  context: RepairContext,
  also: Replace[] = [],
): Mapping {
  const set = setOption(source, model, name, context)
  if ('cannot' in set) return set
  const edits = [...set.edits, ...also]
  const says = `${set.where} names ${quoted(name, '"')} now.${renamed(source, model, name, context, edits)}`
  return { edits, says }
}

/** Also removes a declared attribute of the old name, which would still require its column. */
export function nameInstead(source: Source, model: Model, name: string, context: RepairContext): Mapping {
  const { declared } = model
  if (!declared) return nameAttribute(source, model, name, context)
  const shared = othersAt(declared.at, model, context).length > 0 || sharedBy(declared.at, model, context)
  const property = shared ? undefined : nodeAt(source, declared.at, /^ObjectProperty$/)
  const holder =
    property && around(source, declared.at.span).findLast((node) => node.properties?.includes(property))
  if (!holder) {
    const what = `${modelLabel(model)} declares both ${name} and ${model.attribute} (${placeText(declared.at)})`
    return { cannot: `${what}. Keep one of them, and name it in the option deletedAt.` }
  }
  const also = remove(propertiesOf(source, holder), [property])
  const named = nameAttribute(source, model, name, context, also)
  if ('cannot' in named) return named
  return {
    ...named,
    says: `${named.says} The declaration of ${model.attribute}, which has no column, is removed.`,
  }
}

function renamed(
  source: Source,
  model: Model,
  name: string,
  context: RepairContext,
  edits: Replace[],
): string {
  const { attribute } = model
  if (typeof attribute !== 'string' || attribute === name) return ''
  const lines = stillNamed(model, linesNaming(source, model, context, edits))
  return ` What was ${attribute} in queries and rows is ${quoted(name, '"')} now.${lines}`
}

/** Changes the existing option if it belongs to this model alone; otherwise sets it in the model's own options. */
function setOption(source: Source, model: Model, name: string, context: RepairContext) {
  const written = model.deletedAtOption
  const own = written && written.at.file === source.file && !sharedBy(written.at, model, context)
  const property = own && nodeAt(source, written.at, /^ObjectProperty$/)
  if (property && !property.shorthand) {
    const { start, end } = property.value
    const value = quotedLike(source, name, property.value)
    return { edits: [replace(source, start, end, value)], where: `deletedAt at ${placeText(written.at)}` }
  }
  const value = quoted(name, quoteOf(source, optionsLiteral(source, model)))
  const edits = setOwnOption(source, model, 'deletedAt', value, context)
  return 'cannot' in edits ? edits : { edits, where: `The option deletedAt of ${modelLabel(model)}` }
}

const optionsLiteral = (source: Source, { sites }: Model): Node | undefined =>
  sites.options?.how === 'object' ? nodeAt(source, sites.options.at, /^ObjectExpression$/) : undefined
