/** Hides credentials in every text that comes from the project, its database or a program that knows them. */

export interface Veil {
  (text: string): string
  /** Hides these texts too from now on, also in URL encoding. */
  hide(secrets: string[]): void
}

const MASK = '***'

/** Shorter secrets would mask parts of ordinary words; in a URL the reporters hide them all the same. */
const SHORTEST = 3

export function createVeil(): Veil {
  let known: string[] = []
  const veil = (text: string) => known.reduce((shown, secret) => shown.replaceAll(secret, MASK), text)
  const hide = (secrets: string[]) => {
    const all = new Set([...known, ...secrets.flatMap(spellings).filter(({ length }) => length >= SHORTEST)])
    // The longest first, because one secret may begin with another.
    known = [...all].sort((one, other) => other.length - one.length)
  }
  return Object.assign(veil, { hide })
}

function spellings(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1)
  return [secret, encodeURIComponent(secret), encodeURI(secret), escaped]
}
