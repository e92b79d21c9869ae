/** Hides credentials in every text that comes from the project, its database or a program that knows them. */

export interface Veil {
  (text: string): string
  /** From now on these texts are hidden as well, also as they stand in a URL. */
  hide(secrets: string[]): void
}

const MASK = '***'

/** A shorter one would tear other words apart; in a URL the reporters hide it all the same. */
const SHORTEST = 3

export function createVeil(): Veil {
  let known: string[] = []
  const veil = (text: string) => known.reduce((shown, secret) => shown.replaceAll(secret, MASK), text)
  const hide = (secrets: string[]) => {
    const all = new Set([...known, ...secrets.flatMap(spellings).filter(({ length }) => length >= SHORTEST)])
    // The longest first: a secret may begin with another one.
    known = [...all].sort((one, other) => other.length - one.length)
  }
  return Object.assign(veil, { hide })
}

function spellings(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1)
  return [secret, encodeURIComponent(secret), encodeURI(secret), escaped]
}
