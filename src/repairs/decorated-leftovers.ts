/** Removes `@DeletedAt`, or the whole property with its decorators, once paranoid is off. */

import type { Model } from '../types'
import { dropUnused, moduleOf } from './edits/import'
import { decoratorRoot, removeDecorator, removeMember } from './edits/member'
import type { Node, Replace, Source } from './edits/source'
import { ownMember } from './own-member'

export interface Leftovers {
  edits: Replace[]
  /** Sentences about the edits, each with a leading blank; '' if there are none. */
  says: string
}

/** @param gone whether the table lacks the column */
export function decoratedLeftovers(source: Source, model: Model, gone: boolean): Leftovers {
  const { deletedAtDecorator } = model.sites
  if (!model.declared && !deletedAtDecorator) return { edits: [], says: '' }
  const member = ownMember(source, model)
  if (!member) return { edits: [], says: '' }
  const decorators: Node[] = member.decorators ?? []
  const mark = decorators.find((one) => one.start === deletedAtDecorator?.span[0])
  // Decorators of other packages (a field of GraphQL, a validation) do not declare an attribute.
  if (gone && model.declared) return withoutMember(source, model, member)
  if (!mark) return { edits: [], says: '' }
  if (isOverruled(source, mark) && model.sites.options) {
    return {
      edits: [],
      says: ' @DeletedAt stays: sequelize-typescript heeds paranoid: false in @Table first.',
    }
  }
  return {
    edits: withImports(source, [mark], [removeDecorator(source, mark)]),
    says: ' @DeletedAt is removed.',
  }
}

function withoutMember(source: Source, model: Model, member: Node): Leftovers {
  return {
    edits: withImports(source, member.decorators, removeMember(source, member)),
    says: ` The attribute ${model.attribute ?? member.key.name} is removed with its decorators, for it would go on asking for the column.`,
  }
}

/** Whether paranoid: false overrules the decorator; in Sequelize 7 the two conflict, and the class throws. */
const isOverruled = (source: Source, mark: Node): boolean =>
  moduleOf(source, decoratorRoot(mark) ?? '') === 'sequelize-typescript'

const withImports = (source: Source, decorators: Node[], edits: Replace[]): Replace[] => [
  ...edits,
  ...dropUnused(
    source,
    decorators.map(decoratorRoot).filter((name) => name !== undefined),
    edits,
  ),
]
