/** Parses and prints a template once, with slots for names, so that the migrations of one run share one print. */

import { type Filling, fillLiterals, literalText } from '../ast'

interface Template {
  text: string
  file: string
}

/** The replacement of a literal: a slot, whose value differs per migration, or a filling that is always the same. */
export type SlotFilling = { slot: string } | Exclude<Filling, { text: string }>

/** @returns a function that fills the slots from a map of slot names to values */
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

/** Letters that do not occur in the template. */
function markFor(text: string): string {
  let mark = 'Slot'
  while (text.includes(mark)) mark += 't'
  return mark
}
