/** Credentials that can be told before any code of the project runs, so that what it throws or prints can be shown. */

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
  [...text.matchAll(NAMED)].map(([, , secret]) => secret as string)

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
