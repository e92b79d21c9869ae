/** C: the attribute is mapped to the column that is there, by the smallest edit that the model's own words allow. */

import type { Finding, Judged, Model, Repair, RepairContext } from '../types'
import { attributesWith, columnFor } from './attributes'
import { mapDecorated } from './decorated-column'
import { anchored } from './edits/apply'
import { propertiesOf } from './edits/list'
import { quoted, quoteOf } from './edits/literal'
import { remove } from './edits/removal'
import { around, keyOf, nodeAt, openSource, type Replace, replace, type Source } from './edits/source'
import { declareAttribute, mapDeclared } from './field'
import { linesNaming, stillNamed } from './mentions'
import { setOwnOption } from './option'
import { ownMember } from './own-member'
import { nameOf, othersAt, placeText, sharedBy } from './sharing'

type Mapping = { edits: Replace[]; says: string } | { cannot: string }

export const mapColumn: Repair = {
  name: 'map-column',
  letter: 'C',

  fits: ({ rule, found }) => rule === 'misnamed-column' && found !== undefined,

  describe: ({ attribute, found }) =>
    `map ${attribute ?? 'deletedAt'} to the column "${found}" that is there`,

  plan(judged, context) {
    const source = openSource(judged.model.origin.file, context)
    if (!source) return { cannot: `${judged.model.origin.file} cannot be read.` }
    const mapping = mappingOf(source, judged, context)
    if ('cannot' in mapping) return mapping
    const here = mapping.edits.filter((edit) => edit.file === source.file)
    const elsewhere = mapping.edits.filter((edit) => edit.file !== source.file)
    return { edits: [...elsewhere, ...anchored(source, here)], says: mapping.says }
  },
}

/** What the model says already decides: an attribute with that column, a declared attribute, its name in use, an option. */
function mappingOf(source: Source, judged: Judged & { finding: Finding }, context: RepairContext): Mapping {
  const { model, finding } = judged
  const column = finding.found!
  const member = model.style === 'decorators' ? ownMember(source, model) : undefined
  if (member) return mapDecorated(source, model, member, column)
  const known = attributesWith(source, model, column)
    .map(keyOf)
    .find((key) => key !== model.attribute)
  if (known !== undefined) return byKnown(source, model, known, context)
  if (model.declared) return mapDeclared(source, model, column, context)
  const option = optionFor(model, column)
  const named = linesNaming(source, model, context).length > 0
  if (option !== undefined && !named) return byOption(source, model, option, context)
  const why = option === undefined ? whyNot(column) : 'so that its name stays'
  const declared = declareAttribute(source, model, column, context, why)
  if (!('cannot' in declared) || option === undefined) return declared
  return byOption(source, model, option, context)
}

/** The attribute name whose column this is; undefined where `underscored` would change it, or where it is no name. */
const optionFor = (model: Model, column: string): string | undefined =>
  isPlain(column) && columnFor(column, model) === column ? column : undefined

/** Dots, dollars and the like mean something to Sequelize in the name of an attribute. */
const isPlain = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)

const whyNot = (column: string): string =>
  isPlain(column) ? 'since underscored turns every other name' : 'since an attribute cannot well be called so'

/** A declared attribute of the old name would go on asking for its column. */
function byKnown(source: Source, model: Model, name: string, context: RepairContext): Mapping {
  const { declared } = model
  if (!declared) return byOption(source, model, name, context)
  const shared = othersAt(declared.at, model, context).length > 0 || sharedBy(declared.at, model, context)
  const property = shared ? undefined : nodeAt(source, declared.at, /^ObjectProperty$/)
  const holder =
    property && around(source, declared.at.span).findLast((node) => node.properties?.includes(property))
  if (holder) return byOption(source, model, name, context, remove(propertiesOf(source, holder), [property]))
  const what = `${nameOf(model)} declares both ${name} and ${model.attribute} (${placeText(declared.at)})`
  return { cannot: `${what}. Keep one of them, and name it in the option deletedAt.` }
}

function byOption(
  source: Source,
  model: Model,
  name: string,
  context: RepairContext,
  also: Replace[] = [],
): Mapping {
  const set = setOption(source, model, quoted(name, quoteOf(source, optionsLiteral(source, model))), context)
  if ('cannot' in set) return set
  const edits = [...set.edits, ...also]
  const removed =
    also.length > 0 ? ` The declaration of ${model.attribute}, which has no column, is removed.` : ''
  return {
    edits,
    says: `${set.where} names ${quoted(name, '"')} now.${removed}${renamed(source, model, name, context, edits)}`,
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

/** In the option that holds, where it is this model's alone; else in the model's own options. */
function setOption(source: Source, model: Model, value: string, context: RepairContext) {
  const written = model.deletedAtOption
  const own = written && written.at.file === source.file && !sharedBy(written.at, model, context)
  const property = own && nodeAt(source, written.at, /^ObjectProperty$/)
  if (property && !property.shorthand) {
    const { start, end } = property.value
    return { edits: [replace(source, start, end, value)], where: `deletedAt at ${placeText(written.at)}` }
  }
  const edits = setOwnOption(source, model, 'deletedAt', value, context)
  return 'cannot' in edits ? edits : { edits, where: `The option deletedAt of ${nameOf(model)}` }
}

const optionsLiteral = (source: Source, { sites }: Model) =>
  sites.options?.how === 'object' ? nodeAt(source, sites.options.at, /^ObjectExpression$/) : undefined
