/** C: maps the attribute to the existing column with the smallest edit that the model's code allows. */

import type { Finding, Judged, Model, Repair, RepairContext } from '../types'
import { attributesWith, columnFor } from './attributes'
import { mapDecorated } from './decorated-column'
import { anchored } from './edits/apply'
import { keyOf, type Node, openSource, type Replace, type Source } from './edits/source'
import { declareAttribute, fieldOn, type Mapping, mapDeclared } from './field'
import { linesNaming } from './mentions'
import { nameAttribute, nameInstead } from './naming'
import { ownMember } from './own-member'
import { modelLabel } from './sharing'

export const mapColumn: Repair = {
  name: 'map-column',
  letter: 'C',
  recommended: {
    for: ['misnamed-column'],
    why: 'the deletion times are in that column; a second one would start empty',
  },

  fits: ({ rule, found }) => rule === 'misnamed-column' && found !== undefined,

  describe: ({ attribute, found }) =>
    `map ${attribute ?? 'deletedAt'} to the column "${found}" that is there`,

  plan(judged, context) {
    const source = openSource(judged.model.origin.file, context)
    if (!source) return { cannot: `${judged.model.origin.file} cannot be read.` }
    const mapping = mappingOf(source, judged, context)
    return 'cannot' in mapping ? mapping : { ...mapping, edits: anchored(source, mapping.edits) }
  },
}

/** Chooses the edit by the model's code: its decorators, an attribute of that column, a declared one, a name in use. */
function mappingOf(
  source: Source,
  { model, finding }: Judged & { finding: Finding },
  context: RepairContext,
): Mapping {
  const { found: column } = finding
  if (column === undefined) return { cannot: `Which column of ${modelLabel(model)} is meant is not known.` }
  const member = model.style === 'decorators' ? ownMember(source, model) : undefined
  if (member) return mapDecorated(source, model, member, column)
  const [known] = others(source, model, column)
  if (known) return nameInstead(source, model, keyOf(known) ?? '', context)
  const twins = finding.column === undefined ? [] : others(source, model, finding.column)
  const given = twins.map((one) => fieldOn(source, one, column))
  if (given.includes(undefined)) return { cannot: twinText(model, twins) }
  const also = given.flatMap((edits) => edits ?? [])
  if (model.declared) return together(mapDeclared(source, model, model.declared, column, context), also)
  if (twins[0]) return nameAttribute(source, model, keyOf(twins[0]) ?? '', context, also)
  return undeclared(source, model, column, context)
}

/** Other declared attributes of a column. */
const others = (source: Source, model: Model, column: string): Node[] =>
  attributesWith(source, model, column).filter((one) => keyOf(one) !== model.attribute)

const twinText = (model: Model, twins: Node[]): string =>
  `${modelLabel(model)} declares ${twins.map(keyOf).join(' and ')} for the missing column too. Give it its field by hand.`

const together = (mapping: Mapping, also: Replace[]): Mapping =>
  'cannot' in mapping ? mapping : { ...mapping, edits: [...mapping.edits, ...also] }

function undeclared(source: Source, model: Model, column: string, context: RepairContext): Mapping {
  const option = optionFor(model, column)
  const inUse = linesNaming(source, model, context).length > 0
  if (option !== undefined && !inUse) return nameAttribute(source, model, option, context)
  const why = option === undefined ? whyNot(column) : 'so that its name stays'
  const declared = declareAttribute(source, model, column, context, why)
  if (!('cannot' in declared) || option === undefined) return declared
  return nameAttribute(source, model, option, context)
}

/** The attribute name that maps to this column; undefined if `underscored` would change it or it is no valid name. */
const optionFor = (model: Model, column: string): string | undefined =>
  isPlain(column) && columnFor(column, model) === column ? column : undefined

/** Dots, dollar signs and similar characters have a meaning for Sequelize in attribute names. */
const isPlain = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)

const whyNot = (column: string): string =>
  isPlain(column) ? 'since underscored turns every other name' : 'since an attribute cannot well be called so'
