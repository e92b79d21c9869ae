/** SQL text that uses the column: `SELECT … FROM sessions WHERE "deletedAt" IS NULL` */

import type { Model } from '../../../types'
import type { Node } from '../../edits/source'
import type { ModelOf } from '../../places/model-of'
import { ownerOf } from '../../places/owner'
import type { HazardKind, NodeInContext } from '../kind'

export const rawSql: HazardKind = {
  name: 'raw-sql',
  says: 'This SQL goes by the deletion time, which is not kept any more; it fails where there is no column.',
  on: ['StringLiteral', 'TemplateLiteral'],
  at(seen) {
    const text = textOf(seen.node)
    if (text === undefined || ![...seen.sought.columns].some((column) => hasWord(text, column)))
      return undefined
    if (/\b(select|update|delete|insert|merge)\b/i.test(text)) return { owner: tableIn(text, seen) }
    return isLiteral(seen) ? { owner: ownerOf(seen.node, seen.parents, seen)?.owner } : undefined
  },
}

const textOf = ({ type, value, quasis }: Node): string | undefined =>
  type === 'StringLiteral'
    ? value
    : type === 'TemplateLiteral'
      ? quasis.map((one: Node) => one.value.cooked ?? '').join(' ? ')
      : undefined

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w$])${word.replace(/[^\w]/g, '\\$&')}(?![\\w$])`, 'i').test(text)

/** `sequelize.literal('"deletedAt" IS NULL')`, a fragment of a query. */
const isLiteral = ({ node, parents }: NodeInContext): boolean => {
  const parent = parents.at(-1)
  if (!parent) return false
  const { type, callee, arguments: args } = parent
  return (
    /CallExpression$/.test(type) && args[0] === node && /literal$/.test(callee.property?.name ?? callee.name)
  )
}

function tableIn(text: string, { known, sought }: NodeInContext): ModelOf {
  const isNamed = ({ table }: Model) => 'name' in table && hasWord(text, table.name)
  return sought.models.find(isNamed) ?? (known.all.some(isNamed) ? 'other' : undefined)
}
