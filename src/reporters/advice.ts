/** Formats advice: the problem, the place, what to do, and the SQL for it. */

import type { Advice, View } from '../types'
import { indented } from './finding'
import { paintFor } from './paint'
import { placeOf, sourceLine } from './place'
import { safe } from './safe'
import { wrapped } from './wrap'

/** `undefined` means that no advice was requested. */
export function adviceText(advice: Advice[] | undefined, view: View): string[] {
  if (!advice) return []
  if (!advice.length)
    return ['No advice: no unique and no cascade that stands in the way of soft delete was seen.']
  const { bold, dim } = paintFor(view)
  const heading = `${bold('advice')} ${dim(`(${advice.length})`)}`
  return [[heading, ...advice.map((one) => indented(itemText(one, view)))].join('\n\n')]
}

function itemText({ message, hint, sql, at }: Advice, view: View): string {
  const paint = paintFor(view)
  const prose = (text: string) => wrapped(text, { ...view, width: view.width - 2 })
  const source = sourceLine(at, view)
  return [
    paint.yellow(prose(safe(message))),
    paint.cyan(placeOf(at, view)),
    source && paint.dim(`  ${source}`),
    prose(safe(hint)),
    sql && `  ${safe(sql)}`,
  ]
    .filter(Boolean)
    .join('\n')
}
