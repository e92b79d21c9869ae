/** Removes declared attributes that would still require the column once paranoid is off. */

import type { Entry, Finding, Judged, Model, RepairContext } from '../types'
import { attributesWith, mayName } from './attributes'
import { decoratedLeftovers, type Leftovers } from './decorated-leftovers'
import { propertiesOf } from './edits/list'
import { removeMember } from './edits/member'
import { remove } from './edits/removal'
import { around, keyOf, type Node, nodeAt, type Replace, type Source } from './edits/source'
import { ownMember } from './own-member'
import { modelLabel, othersAt, placeText } from './sharing'

/** If the column exists or nothing needs it, a declared attribute does no harm. */
const columnIsGone = ({ status }: Judged): boolean =>
  /^(missing-column|misnamed-column|unproven|undecided)$/.test(status)

/** Whether something may be left over if the column is gone. `text` is the text of the model's file. */
export function mayBeLeft(text: string, model: Model): boolean {
  if (model.declared) return true
  if (model.style === 'decorators' || typeof model.column !== 'string') return false
  return mayName({ text }, model, model.column)
}

export function leftoversOf(
  source: Source,
  judged: Judged & { finding: Finding },
  context: RepairContext,
): Leftovers | { cannot: string } {
  const { model, finding } = judged
  const gone = columnIsGone(judged)
  const where = gone && model.declared ? outOfReach(source, model, model.declared, context) : undefined
  if (where) return { cannot: stays(model, where) }
  if (model.style === 'decorators') return decoratedLeftovers(source, model, gone)
  return gone ? declaredLeftovers(source, model, finding.column) : { edits: [], says: '' }
}

/** The reason, as a clause, why a declared attribute cannot be removed for this model alone. */
function outOfReach(source: Source, model: Model, { at }: Entry, context: RepairContext): string | undefined {
  const others = othersAt(at, model, context)
  if (others.length > 0) return `declared at ${placeText(at)} for ${others.join(', ')} as well`
  if (at.file !== source.file) return `declared at ${placeText(at)}, which may serve other models`
  if (model.style === 'decorators') {
    const member = ownMember(source, model)
    const own = member && member.start <= at.span[0] && at.span[1] <= member.end
    return own ? undefined : `declared at ${placeText(at)} by a base class`
  }
  return propertyAt(source, model) ? undefined : `declared at ${placeText(at)} in a way that no edit fits`
}

const stays = (model: Model, where: string): string =>
  `The attribute ${model.attribute} of ${modelLabel(model)} is ${where}: without the column every query would fail even ` +
  'with paranoid off. Remove it there, or add the column.'

const propertyAt = (source: Source, { declared }: Model): Node | undefined =>
  declared && nodeAt(source, declared.at, /^Object(Property|Method)$/)

function declaredLeftovers(source: Source, model: Model, column: string | undefined): Leftovers {
  const own = propertyAt(source, model)
  const others = column === undefined ? [] : attributesWith(source, model, column)
  const doomed = [...new Set([...(own ? [own] : []), ...others])]
  if (doomed.length === 0) return { edits: [], says: '' }
  const names = doomed.map((property) => keyOf(property) ?? model.attribute)
  return {
    edits: [...removeProperties(source, doomed), ...(own ? typeMember(source, model) : [])],
    says: ` The attribute ${names.join(' and ')} is removed too, for it would go on asking for the column.`,
  }
}

/** Removes each property from the literal that contains it. */
function removeProperties(source: Source, doomed: Node[]): Replace[] {
  const holderOf = (property: Node) =>
    around(source, [property.start, property.end]).findLast((node) => node.properties?.includes(property))
  return [...new Set(doomed.flatMap((one) => holderOf(one) ?? []))].flatMap((holder) =>
    remove(
      propertiesOf(source, holder),
      doomed.filter((property) => holder.properties.includes(property)),
    ),
  )
}

/** `declare deletedAt: Date` declares an attribute that no longer exists. */
function typeMember(source: Source, model: Model): Replace[] {
  const member = ownMember(source, model)
  const isType = member?.type === 'ClassProperty' && !member.value && !member.decorators?.length
  return isType ? removeMember(source, member) : []
}
