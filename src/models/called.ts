/**
 * Finds code outside the files asked for that they call to define models: a linked, aliased or installed package, or a
 * file beside the project. Nothing in the caller's own text tells of a model.
 */

import path from 'node:path'
import { handsOn, IMPORTS } from './entered'

interface Sources {
  /** Absolute: the project's root. */
  root: string
  /** Absolute: the files whose models the caller wants. */
  files: string[]
  /** Those of them that have changed; what they call counts, wherever it lies. */
  changed?: ReadonlySet<string>
  read(file: string): string | undefined
  /** Whether a file's own text shows that it may define a model. */
  leads(file: string): boolean
  /** Returns the file or the package that an import names. */
  resolve(specifier: string, fromFile: string): string | object | undefined
}

export interface Called {
  /** Absolute: files outside `files` that may define a model. */
  outside: string[]
  /** Those, and the files that hand them on. */
  between: string[]
  /** Those of `files` that import one of them. */
  callers: string[]
}

/** Matches a file that exports what it requires. */
const EXPORTS_REQUIRED = /\bexports\b[^;\n]*\brequire\b|\b__exportStar\b/

export function calledFrom({ root, files, changed, read, leads, resolve }: Sources): Called {
  const own = new Set(files)
  const isPlainPackage = plainPackages(root, read)
  const specifiersOf = (file: string): string[] =>
    Array.from((read(file) ?? '').matchAll(IMPORTS), ([, name = '']) => name)
  const fileAt = (specifier: string, from: string): string | undefined => {
    const file = resolve(specifier, from)
    if (typeof file !== 'string' || own.has(file) || !/\.[cm]?[jt]sx?$/.test(file)) return undefined
    return isInstalled(file) && !namesSequelize(file, read) ? undefined : file
  }
  const places = new Map<string, string | undefined>()
  const plain = new Set<string>()
  /** Returns the file outside that an import leads to, unless it cannot define a model. */
  const outsideOf = (specifier: string, from: string): string | undefined => {
    if (specifier.startsWith('.')) {
      const isInside = isBelow(path.resolve(path.dirname(from), specifier), root)
      return isInside && !changed?.has(from) ? undefined : fileAt(specifier, from)
    }
    const name = packageName(specifier)
    if (!plain.has(name) && !places.has(specifier)) {
      const file = isPlainPackage(name) ? undefined : fileAt(specifier, from)
      places.set(specifier, file)
      if (file === undefined) plain.add(name)
    }
    return places.get(specifier)
  }
  const between = new Set<string>()
  const outside = new Set<string>()
  const known = new Map<string, boolean>()
  /** Notes the files that may define a model, from a file that is imported on. Returns whether there are any. */
  const isDefiner = (entry: string): boolean => {
    const before = known.get(entry)
    if (before !== undefined) return before
    const below = new Set([entry])
    for (const file of below) {
      const text = read(file) ?? ''
      if (file !== entry && !handsOn(file, text) && !EXPORTS_REQUIRED.test(text)) continue
      for (const specifier of specifiersOf(file)) {
        const next = specifier.startsWith('.') ? resolve(specifier, file) : outsideOf(specifier, file)
        if (typeof next === 'string' && !own.has(next)) below.add(next)
      }
    }
    const definers = [...below].filter(leads)
    for (const file of definers) outside.add(file)
    for (const file of definers.length ? below : []) between.add(file)
    known.set(entry, definers.length > 0)
    return definers.length > 0
  }
  const callers = files.filter((file) => {
    const entries = specifiersOf(file).flatMap((specifier) => outsideOf(specifier, file) ?? [])
    return entries.filter(isDefiner).length > 0
  })
  return { outside: [...outside], between: [...between], callers }
}

/** '@acme/models' of '@acme/models/user'; of an alias its first folder. */
const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, /^@\w/.test(specifier) ? 2 : 1)
    .join('/')

const isBelow = (file: string, folder: string): boolean => file.startsWith(folder + path.sep)

const isInstalled = (file: string): boolean => file.includes(`${path.sep}node_modules${path.sep}`)

/** Whether the manifest of an installed package names Sequelize: only such a package defines a model. */
function namesSequelize(file: string, read: Sources['read']): boolean {
  const [, folder = ''] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? []
  return (read(path.join(folder, 'package.json')) ?? '').includes('equelize')
}

/** Matches a manifest of workspaces, or one that links a package. */
const LINKS = /"workspaces"|"(?:workspace|file|link|portal):/

/** Returns a function that recognises, without resolving it, an ordinary dependency that defines no model. */
function plainPackages(root: string, read: Sources['read']): (name: string) => boolean {
  const folders = [root]
  for (let at = root; path.dirname(at) !== at; at = path.dirname(at)) folders.push(path.dirname(at))
  const manifests = folders.map((folder) => read(path.join(folder, 'package.json')) ?? '')
  const isLinked =
    manifests.some((text) => LINKS.test(text)) ||
    folders.some(
      (folder) => read(path.join(folder, 'pnpm-workspace.yaml')) ?? read(path.join(folder, 'lerna.json')),
    )
  if (isLinked) return () => false
  return (name) =>
    manifests.some((text) => text.includes(`"${name}"`)) &&
    folders.every((folder) => !namesSequelize(path.join(folder, 'node_modules', name, 'x'), read))
}
