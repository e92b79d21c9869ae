/** How long and how deep a text may be for a parser. */

/** The tree of a longer text would fill the memory. */
const LONGEST = 6_000_000

/** Deeper brackets no parser takes; some take long to say so. */
const DEEPEST = 3000

/** Why a text is not given to a parser. */
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
