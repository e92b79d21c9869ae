/** Credentials, wherever they can be told: as much as possible before code of the project runs that may print them. */

import { fieldsOf, textIn } from './foreign'

/** A shorter value of the environment may as well be a word of its own. */
const SHORTEST = 6

const NAMES = /pass|pwd|secret|token|credential/i

/** `password: 'secret'`, `const DB_PASSWORD = "secret"` */
const NAMED = /(?:pass(?:word|wd|phrase)?|pwd|secret|token)\w*["'`]?\s*[:=]\s*(["'`])((?:\\.|(?!\1).)+)\1/gi

/** What stands between the first colon and the last @ of a URL, as it stands there and as it is meant. */
export function secretsInUrl(text: string): string[] {
  const [, password] = /:\/\/[^:@/]*:(.+)@/s.exec(text) ?? []
  return password === undefined ? [] : [password, decoded(password)]
}

export const secretsInEnvironment = (env: Record<string, string | undefined>): string[] =>
  Object.entries(env).flatMap(([name, value = '']) => [
    ...(NAMES.test(name) && value.length >= SHORTEST ? [value] : []),
    ...secretsInUrl(value),
  ])

/** In a config file, before it is loaded. */
export const secretsInText = (text: string): string[] =>
  [...text.matchAll(NAMED)].map(([, , secret = '']) => secret)

/** In the options of a connection, TLS keys and replicas too. */
export function secretsInOptions(options: object): string[] {
  const { password, url, dialectOptions, replication } = fieldsOf(options)
  const nested = [dialectOptions, replication].flatMap((one) => passwordsIn(one, 0))
  return [password, url, ...nested].flatMap((one) => textIn(one) || [])
}

function passwordsIn(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth > 4) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && /pass|secret|token|key/i.test(key) ? [inner] : passwordsIn(inner, depth + 1),
  )
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
