/** Package, `#imports` and tsconfig-alias specifiers to files. Plain relative ones are looked up in reader.ts. */

import fs, { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { CachedInputFileSystem, type Resolver, ResolverFactory } from 'enhanced-resolve'
import { readRegular } from './regular'

const OURS = /^(sequelize|sequelize-typescript|@sequelize\/[^/]+)(\/|$)/

export const extensions = ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.json', '.jsx', '.tsx']

/** The package that a bare specifier names, without the path inside it: '@sequelize/core/x' is '@sequelize/core'. */
export const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Sequelize's own packages and node's modules are known by name: their source is never read. */
export function knownPackage(specifier: string): string | undefined {
  if (isBuiltin(specifier)) return specifier.replace(/^node:/, '')
  return OURS.test(specifier) ? packageName(specifier) : undefined
}

/** A lookup of such specifiers from a folder; enhanced-resolve is loaded when the first one is asked for. */
export function createBareResolver(root?: string): (specifier: string, folder: string) => string | undefined {
  const resolvers = new Map<string, Resolver[]>()
  const resolversFor = (config: string): Resolver[] => {
    const known =
      resolvers.get(config) ?? (config ? [withAliases(config), withOwnAliases(config)] : [newResolver()])
    resolvers.set(config, known)
    return known
  }
  const configs = new Map<string, string>()
  const aliased = new Map<string, string>()
  return (specifier, folder) => {
    const config = nearestConfig(folder, root, configs)
    const alias = `${config}\0${specifier}`
    const known = aliased.get(alias)
    if (known) return known
    for (const resolver of [...resolversFor(config), ...resolversFor('')]) {
      const file = attempt(resolver, specifier, folder)
      // An alias leads to the same file from every folder of its config; a package and its own imports do not.
      if (file && config && !/^#|[\\/]node_modules[\\/]/.test(specifier + file)) aliased.set(alias, file)
      if (file) return file
    }
    return undefined
  }
}

const withAliases = (tsconfig: string): Resolver => newResolver({ tsconfig })

/** A base that is not installed would take the aliases of the file itself away. */
const withOwnAliases = (tsconfig: string): Resolver =>
  newResolver({ tsconfig }, (file) => {
    const bytes = readRegular(file)
    if (path.resolve(file) !== tsconfig) return bytes
    return Buffer.from(bytes.toString().replace(/"extends"(\s*:\s*)("[^"]*"|\[[^\]]*\])/, '"extends"$1[]'))
  })

function newResolver(
  aliases: { tsconfig?: string } = {},
  readFile: (file: string) => Buffer = (file) => readRegular(file),
): Resolver {
  const readFileSync = ((file: string, how?: unknown) => {
    const bytes = readFile(file)
    return how ? bytes.toString('utf8') : bytes
  }) as typeof fs.readFileSync
  return ResolverFactory.createResolver({
    fileSystem: new CachedInputFileSystem({ ...fs, readFileSync }, Number.POSITIVE_INFINITY),
    useSyncFileSystemCalls: true,
    extensions,
    extensionAlias: { '.js': ['.js', '.ts', '.tsx'], '.mjs': ['.mjs', '.mts'], '.cjs': ['.cjs', '.cts'] },
    conditionNames: ['node', 'require', 'import', 'default'],
    mainFields: ['main', 'module', 'source'],
    // The path by which a file was found tells whether it came through node_modules.
    symlinks: false,
    ...aliases,
  })
}

function attempt(resolver: Resolver, specifier: string, folder: string): string | undefined {
  try {
    return resolver.resolveSync({}, folder, specifier) || undefined
  } catch {
    return undefined
  }
}

/** '': there is none. */
function nearestConfig(folder: string, root: string | undefined, known: Map<string, string>): string {
  const found = known.get(folder)
  if (found !== undefined) return found
  const own = ['tsconfig.json', 'jsconfig.json'].map((name) => path.join(folder, name)).find(existsSync)
  const parent = path.dirname(folder)
  const config = own ?? (folder === root || parent === folder ? '' : nearestConfig(parent, root, known))
  known.set(folder, config)
  return config
}
