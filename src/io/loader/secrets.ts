/** Collects credentials, as many as possible before the project's code runs, because that code may print them. */

import { fieldsOf, textIn } from './foreign'

/** Shorter values in the environment are ignored, because they may be common words. */
const SHORTEST = 6

const NAMES = /pass|pwd|secret|token|credential/i

/** Drivers take these for the password, however short it is. */
const OF_DRIVERS = new Set(['PGPASSWORD', 'MYSQL_PWD'])

/** `password: 'secret'`, `const DB_PASSWORD = "secret"` */
const NAMED = /(?:pass(?:word|wd|phrase)?|pwd|secret|token)\w*["'`]?\s*[:=]\s*(["'`])((?:\\.|(?!\1).)+)\1/gi

/** The password of a URL, between the first colon and the last @, both as written and decoded. */
export function secretsInUrl(text: string): string[] {
  const [, password] = /:\/\/[^:@/]*:(.+)@/s.exec(text) ?? []
  return password === undefined ? [] : [password, decoded(password)]
}

export const secretsInEnvironment = (env: Record<string, string | undefined>): string[] =>
  Object.entries(env).flatMap(([name, value = '']) => [
    ...(OF_DRIVERS.has(name) || (NAMES.test(name) && value.length >= SHORTEST) ? [value] : []),
    ...secretsInUrl(value),
  ])

/** Passwords in the text of a config file, before it is loaded. */
export const secretsInText = (text: string): string[] =>
  [...text.matchAll(NAMED)].map(([, , secret = '']) => secret)

/** Passwords in connection options, including TLS keys and replicas. */
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
