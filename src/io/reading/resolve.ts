/** Resolves package, `#imports` and tsconfig-alias specifiers to files. reader.ts resolves relative ones. */

import fs from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { CachedInputFileSystem, type Resolver, ResolverFactory } from 'enhanced-resolve'
import type { FileSource } from '../../types'
import { disk } from './disk'
import { readRegular } from './regular'
import { encoded } from './text'

const OURS = /^(sequelize|sequelize-typescript|@sequelize\/[^/]+)(\/|$)/

export const extensions = ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.json', '.jsx', '.tsx']

/** The package that a bare specifier names, without the path inside it: '@sequelize/core/x' is '@sequelize/core'. */
export const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Sequelize's own packages and Node's modules are recognized by name; their source is never read. */
export function knownPackage(specifier: string): string | undefined {
  if (isBuiltin(specifier)) return specifier.replace(/^node:/, '')
  return OURS.test(specifier) ? packageName(specifier) : undefined
}

/** Creates a resolver for such specifiers; it loads enhanced-resolve at the first call. */
export function createBareResolver(
  root: string | undefined,
  source: FileSource,
): (specifier: string, folder: string) => string | undefined {
  const resolvers = new Map<string, Resolver[]>()
  const resolversFor = (config: string): Resolver[] => {
    const known =
      resolvers.get(config) ??
      (config ? [withAliases(config, source), withOwnAliases(config, source)] : [newResolver(source)])
    resolvers.set(config, known)
    return known
  }
  const find = (specifier: string, folder: string, config: string): string | undefined => {
    for (const resolver of [...resolversFor(config), ...resolversFor('')]) {
      const file = attempt(resolver, specifier, folder)
      if (file) return file
    }
    return undefined
  }
  const places = new Map<string, Place>()
  const answers = new Map<string, string | undefined>()
  return (specifier, folder) => {
    const { config, home } = placeOf(folder, root, places, source)
    const key = [config, home, specifier].join('\0')
    if (!answers.has(key)) answers.set(key, find(specifier, folder, config))
    return answers.get(key)
  }
}

const withAliases = (tsconfig: string, source: FileSource): Resolver => newResolver(source, { tsconfig })

/** Drops `extends`: a base config that is not installed would make the resolver ignore the file's own aliases. */
const withOwnAliases = (tsconfig: string, source: FileSource): Resolver =>
  newResolver(source, { tsconfig }, (file, bytes) => {
    if (path.resolve(file) !== tsconfig) return bytes
    return Buffer.from(bytes.toString().replace(/"extends"(\s*:\s*)("[^"]*"|\[[^\]]*\])/, '"extends"$1[]'))
  })

function newResolver(
  source: FileSource,
  aliases: { tsconfig?: string } = {},
  changed: (file: string, bytes: Buffer) => Buffer = (_, bytes) => bytes,
): Resolver {
  const readFileSync = ((file: string, how?: unknown) => {
    const bytes = changed(file, bytesOf(file, source))
    return how ? bytes.toString('utf8') : bytes
  }) as typeof fs.readFileSync
  return ResolverFactory.createResolver({
    fileSystem: new CachedInputFileSystem(
      { ...fs, readFileSync, ...(source !== disk && { statSync: statIn(source) }) },
      Number.POSITIVE_INFINITY,
    ),
    useSyncFileSystemCalls: true,
    extensions,
    extensionAlias: { '.js': ['.js', '.ts', '.tsx'], '.mjs': ['.mjs', '.mts'], '.cjs': ['.cjs', '.cts'] },
    conditionNames: ['node', 'require', 'import', 'default'],
    mainFields: ['main', 'module', 'source'],
    // The unresolved path shows whether the file was found through node_modules.
    symlinks: false,
    ...aliases,
  })
}

/** @throws like `readFileSync` */
function bytesOf(file: string, source: FileSource): Buffer {
  if (source === disk) return readRegular(file)
  const found = source.text(file)
  if ('text' in found) return encoded(found.text, found.encoding)
  throw missing(file)
}

/** Makes the part of `statSync` that enhanced-resolve calls. */
const statIn = ({ kind }: FileSource): typeof fs.statSync =>
  ((file: string) => {
    const found = kind(file)
    if (!found) throw missing(file)
    return { isFile: () => found === 'file', isDirectory: () => found === 'folder' }
  }) as typeof fs.statSync

const missing = (file: string): Error => Object.assign(new Error(`there is no ${file}`), { code: 'ENOENT' })

function attempt(resolver: Resolver, specifier: string, folder: string): string | undefined {
  try {
    return resolver.resolveSync({}, folder, specifier) || undefined
  } catch {
    return undefined
  }
}

/** The facts that decide where a specifier resolves; folders with the same facts share the answers. */
interface Place {
  /** The nearest tsconfig.json or jsconfig.json; '' if there is none. */
  config: string
  /** The nearest folder that has its own packages. */
  home: string
}

function placeOf(
  folder: string,
  root: string | undefined,
  known: Map<string, Place>,
  source: FileSource,
): Place {
  const found = known.get(folder)
  if (found) return found
  const has = (name: string) => source.kind(path.join(folder, name)) !== undefined
  const own = ['tsconfig.json', 'jsconfig.json'].find(has)
  const parent = path.dirname(folder)
  const around = folder === root || parent === folder ? undefined : placeOf(parent, root, known, source)
  const place = {
    config: own ? path.join(folder, own) : (around?.config ?? ''),
    home: !around || has('node_modules') || has('package.json') ? folder : around.home,
  }
  known.set(folder, place)
  return place
}
