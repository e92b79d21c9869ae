/** Parses connection URLs leniently, so that a special character in a password neither fails nor gets printed. */

import { dialects, optionsNamed } from '../../dialects'
import type { DialectUrls } from '../../types'
import { Failure } from './failure'
import { decoded } from './secrets'
import type { Options } from './sequelize'

/** Maps a URL scheme to its dialect and to Sequelize's name for it. */
function named(scheme: string): { option: string; urls: DialectUrls } | undefined {
  for (const { urls } of dialects) {
    const option = urls.schemes[scheme]
    if (option !== undefined) return { option, urls }
  }
  return undefined
}

/** scheme://user:password@host:port/database?query, where the last @ ends the password. */
const URL_FORM = /^([a-z][a-z0-9+.-]*):(?:\/\/)?(?:(.*)@)?([^@]*)$/is

/**
 * @param from the source of the URL, for messages: the URL itself is never shown
 * @throws Failure when the text is no URL
 */
export function optionsOfUrl(text: string, from: string): Options {
  const [, scheme = '', login = '', rest = ''] = URL_FORM.exec(text.trim()) ?? []
  const known = named(scheme.toLowerCase())
  if (!known) throw notUrl(from)
  const { option: dialect, urls } = known
  if (urls.isFile) return { dialect, storage: rest.replace(/\?.*$/, '') || ':memory:' }
  const [, host = '', port, database = '', query = ''] =
    /^(\[[^\]]*\]|[^:/?]*)(?::(\d+))?(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest) ?? []
  const parameters = new URLSearchParams(query)
  const colon = login.indexOf(':')
  const user = colon < 0 ? login : login.slice(0, colon)
  return {
    dialect,
    ...(user && { username: decoded(user) }),
    ...(colon >= 0 && { password: decoded(login.slice(colon + 1)) }),
    host: parameters.get('host') || host.replace(/^\[|\]$/g, '') || 'localhost',
    ...(port && { port: Number(port) }),
    database: decoded(database),
    ...dialectOptions(parameters, urls),
  }
}

/**
 * `sslmode` as in libpq: `require` encrypts without checking the certificate, `verify-*` checks it,
 * `prefer` and `allow` leave it to the config. sequelize-cli ignores it.
 */
const SSL_MODES: Record<string, boolean | object> = {
  disable: false,
  'no-verify': { require: true, rejectUnauthorized: false },
  require: { require: true, rejectUnauthorized: false },
  required: { require: true, rejectUnauthorized: false },
  'verify-ca': { require: true, rejectUnauthorized: true },
  verify_ca: { require: true, rejectUnauthorized: true },
  'verify-full': { require: true, rejectUnauthorized: true },
  verify_identity: { require: true, rejectUnauthorized: true },
}

const IN_SSL = new Set(['sslmode', 'ssl-mode', 'ssl', 'host', 'sslcert', 'sslkey', 'sslrootcert'])

function dialectOptions(parameters: URLSearchParams, { ignoresQuery }: DialectUrls): Options {
  const mode = (parameters.get('sslmode') ?? parameters.get('ssl-mode') ?? '').toLowerCase()
  const ssl =
    SSL_MODES[mode] ?? (/^(true|1)$/i.test(parameters.get('ssl') ?? '') ? { require: true } : undefined)
  const others = [...parameters].filter(([name]) => !IN_SSL.has(name) && !ignoresQuery)
  const given = { ...Object.fromEntries(others), ...(ssl !== undefined && { ssl }) }
  return Object.keys(given).length ? { dialectOptions: given } : {}
}

const otherSchemes = (): string =>
  optionsNamed()
    .slice(1)
    .map((option) => `${option}:`)
    .join(', ')

const notUrl = (from: string): Failure =>
  new Failure(
    `${from} is no connection URL.`,
    `Write it as postgres://user:password@host:5432/database, or ${otherSchemes()}.`,
  )
