/** Limits the length and the nesting of texts that are parsed. */

/** The syntax tree of a longer text would exhaust the memory. */
const LONGEST = 6_000_000

/** No parser accepts deeper brackets, and some take long to reject them. */
const DEEPEST = 3000

/** Why a text is not parsed; undefined if it is within the limits. */
export function beyondBounds(text: string): string | undefined {
  if (text.length > LONGEST) return `it is longer than ${LONGEST / 1e6} million letters`
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // ( [ {
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > DEEPEST) return TOO_DEEP
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
  }
  return undefined
}

export const TOO_DEEP = 'it is nested too deep'
