/** `findAll({ paranoid: false })`, `include: [{ model: Session, paranoid: false }]` */

import { ownerOf } from '../../places/owner'
import { type HazardKind, isProperty } from '../kind'

/** Calls and decorators in whose options paranoid belongs to a definition, not to a query. */
const DEFINES = /^(define|init|Table|Sequelize|forRoot|addModels)$/

export const paranoidFalse: HazardKind = {
  name: 'paranoid-false',
  says: 'paranoid: false makes no difference any more: every query sees all rows.',
  words: [/paranoid(?!['"]?\s*:\s*true\b)/],
  on: ['ObjectProperty'],
  at(seen) {
    if (!isProperty(seen.node, 'paranoid', false)) return undefined
    const owner = ownerOf(seen.node, seen.parents, seen)
    if (!owner) return seen.parents.some(isExportOrClass) ? undefined : { owner: undefined }
    const isQuery = !owner.keys.includes('define') && !DEFINES.test(owner.method ?? '')
    return isQuery && !owner.defines ? { owner: owner.owner } : undefined
  },
}

/** An options object that other files import, or a static class property, belongs to definitions. */
const isExportOrClass = ({ type }: { type: string }): boolean =>
  /^Export|^Class(Private)?Property$/.test(type)
