/** A template that was parsed and printed once, with slots where names go: many migrations of one run are one print. */

import { type Filling, fillLiterals, literalText } from '../ast'

interface Template {
  text: string
  file: string
}

/** What a literal becomes: the value of a slot, which differs from migration to migration, or something that does not. */
export type SlotFilling = { slot: string } | Exclude<Filling, { text: string }>

/** @returns fills the slots: their names -> what is put in */
export function withSlots(
  { text, file }: Template,
  fill: (literal: string) => SlotFilling | undefined,
): (values: Record<string, string | undefined>) => string {
  const mark = markFor(text)
  const printed = fillLiterals(text, file, (literal) => {
    const filling = fill(literal)
    return filling && 'slot' in filling ? { text: `${mark}${filling.slot}${mark}` } : filling
  })
  const pieces = printed.split(new RegExp(`'${mark}(\\w+)${mark}'`))
  if (pieces.some((piece) => piece.includes(mark)))
    return (values) =>
      fillLiterals(text, file, (literal) => {
        const filling = fill(literal)
        return filling && 'slot' in filling ? { text: values[filling.slot] ?? '' } : filling
      })
  return (values) =>
    pieces.map((piece, index) => (index % 2 ? literalText(values[piece] ?? '') : piece)).join('')
}

/** Letters that the template does not have. */
function markFor(text: string): string {
  let mark = 'Slot'
  while (text.includes(mark)) mark += 't'
  return mark
}
