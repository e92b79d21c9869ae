/** Finds Sequelize's connection options as sequelize-cli does. */

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { Failure } from './failure'
import { fieldsOf, isObject } from './foreign'
import { load, mainOf } from './load'
import type { Source } from './protocol'
import { secretsInText, secretsInUrl } from './secrets'
import type { Options } from './sequelize'
import { optionsOfUrl } from './url'

export interface FoundOptions {
  options: Options
  /** The source of the options, in words for the user. */
  from: string
  /** Warnings about options that sequelize-cli reads differently. */
  warnings?: string[]
}

/** The files that sequelize-cli looks for, also with the other module extensions. */
const CONFIGS = ['.json', '.js', '.cjs', '.mjs', '.ts', '.cts', '.mts'].map((ending) =>
  path.join('config', `config${ending}`),
)

/**
 * @param hide receives credentials before code is loaded that may print them
 * @throws Failure that lists the searched places
 */
export async function findOptions(
  { start, environment, url, config }: Source,
  hide: (secrets: string[]) => void = () => undefined,
): Promise<FoundOptions> {
  if (url !== undefined) hide(secretsInUrl(url))
  if (url !== undefined) return { options: optionsOfUrl(url, 'What --url was given'), from: '--url' }
  const rc = await readRc(start)
  if (config === undefined && typeof rc.url === 'string')
    return { options: optionsOfUrl(rc.url, 'url in .sequelizerc'), from: '.sequelizerc' }
  const file = config ?? fileNamed(rc, start) ?? CONFIGS.map((one) => path.join(start, one)).find(existsSync)
  if (file && existsSync(file)) hide(secretsInText(readFileSync(file, 'utf8')))
  if (file) return { ...(await fromFile(file, environment, start)), from: shown(start, file) }
  if (process.env.DATABASE_URL)
    return { options: optionsOfUrl(process.env.DATABASE_URL, 'DATABASE_URL'), from: 'DATABASE_URL' }
  throw new Failure(
    'It is not known how to reach the database: there is no config/config.json or .js, and DATABASE_URL is not set.',
    'Run it where .sequelizerc lies, or pass --url, --config or --sequelize.',
  )
}

async function readRc(start: string): Promise<Record<string, unknown>> {
  const file = path.join(start, '.sequelizerc')
  if (!existsSync(file)) return {}
  const exports = await load(file)
  return { ...exports, ...fieldsOf(mainOf(exports)) }
}

const fileNamed = (rc: Record<string, unknown>, start: string): string | undefined =>
  typeof rc.config === 'string' ? path.resolve(start, rc.config) : undefined

const shown = (start: string, file: string): string => path.relative(start, file).split(path.sep).join('/')

async function fromFile(
  file: string,
  environment: string,
  start: string,
): Promise<Omit<FoundOptions, 'from'>> {
  if (!existsSync(file))
    throw new Failure(
      `There is no config file ${shown(start, file)}.`,
      'Check --config, or `config` in .sequelizerc.',
    )
  const raw = await called(mainOf(await load(file)))
  const own = blockOf(raw, environment, shown(start, file))
  const variable = own.use_env_variable
  if (typeof own.url === 'string') return merged(own, own.url, `url in ${shown(start, file)}`)
  if (typeof variable !== 'string') return { options: own }
  const url = process.env[variable]
  if (url) return merged(own, url, variable)
  throw new Failure(`${variable}, which ${shown(start, file)} names, is not set.`, 'Set it, or pass --url.')
}

/** Like sequelize-cli, awaits a promise and calls a function, with a callback if it takes an argument. */
async function called(raw: unknown): Promise<unknown> {
  const config = await raw
  if (typeof config !== 'function') return config
  return config.length === 1 ? promisify((done) => config(done))() : config()
}

/** The block of the environment, or the config itself if it has no blocks. */
function blockOf(raw: unknown, environment: string, file: string): Options {
  if (!isOptions(raw))
    throw new Failure(
      `${file} gives away no object.`,
      'Let it export the options, or a function that returns them.',
    )
  const own = raw[environment]
  if (isOptions(own)) return own
  if (['dialect', 'url', 'use_env_variable', 'storage', 'host'].some((key) => key in raw)) return raw
  const there = Object.keys(raw).filter((key) => key !== 'default' && key !== '__esModule')
  throw new Failure(
    `There is no environment "${environment}" in ${file}.`,
    there.length ? `There are ${there.join(', ')}: choose one by --env.` : 'It is empty: add one.',
  )
}

const isOptions = (value: unknown): value is Options => isObject(value)

/** The URL wins; other dialectOptions of the config stay. */
function merged(own: Options, url: string, name: string): Omit<FoundOptions, 'from'> {
  const fromUrl = optionsOfUrl(url, name)
  const dialectOptions = { ...own.dialectOptions, ...fromUrl.dialectOptions }
  const options = { ...own, ...fromUrl, ...(Object.keys(dialectOptions).length && { dialectOptions }) }
  return { options, warnings: misreadBySequelizeCli(url, own, name) }
}

/** sequelize-cli 6.6.5 parses a URL with url.parse and reads only ssl=true from its query (config-helper.js). */
function misreadBySequelizeCli(url: string, own: Options, name: string): string[] {
  const login = /:\/\/(.*)@/s.exec(url)?.[1] ?? ''
  return [
    ...(/[?&]ssl-?mode=(?!disable)/i.test(url) && !own.dialectOptions?.ssl
      ? [
          `sequelize-cli ignores sslmode in ${name} and connects in clear: set dialectOptions: { ssl: { require: true } } in the config.`,
        ]
      : []),
    ...(/[#?/@]/.test(login)
      ? [
          `${name} has a sign in its password that sequelize-cli takes for the end of it: write it as %23, %3F, %2F or %40.`,
        ]
      : []),
  ]
}
