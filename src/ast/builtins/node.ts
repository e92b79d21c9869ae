/** Implements functions of Node's modules without side effects: paths, URLs, and reading the project's files. */

import * as path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isFunction, isObject, isUnknown } from '../../values'
import { isTextual, list, slotAt, unknownFor } from '../making'
import type { Machine, Ref, RValue, Site } from '../runtime'
import { hole } from '../texts'
import type { Builtin } from './builtin'
import { required } from './globals'

type Static = (args: [string, ...string[]], m: Machine, site: Site) => RValue

const paths: Record<string, Static> = {
  join: (args) => path.join(...args),
  resolve: (args, m) => path.resolve(m.root, ...args),
  dirname: ([file]) => path.dirname(file),
  basename: ([file, ending]) => path.basename(file, ending),
  extname: ([file]) => path.extname(file),
  relative: ([from, to]) => (to === undefined ? undefined : path.relative(from, to)),
  normalize: ([file]) => path.normalize(file),
  isAbsolute: ([file]) => path.isAbsolute(file),
}

/**
 * Resolves a relative path, although the working directory is not known. Tries the root, the configured folders, then
 * the file's folder and its parents. If the path exists in none of them, the root is the base.
 */
function placeOf(given: string, { root, reader, hosts }: Machine, { source }: Site): string {
  const own = path.relative(root, path.dirname(source.file)).split(path.sep)
  const above =
    own[0] === '..' ? [] : own.map((_, index) => path.join(root, ...own.slice(0, own.length - index)))
  const places = [root, ...(hosts.folders ?? []), ...above].map((folder) => path.resolve(folder, given))
  const isThere = (file: string) => reader.isFile(file) || reader.list(file) !== undefined
  return (
    places.find((file) => reader.denied?.(file) === undefined && isThere(file)) ?? path.resolve(root, given)
  )
}

/** Wraps a file function so that it resolves its path and refuses denied files. */
const allowed =
  (answer: Static): Static =>
  ([given], m, site) => {
    const file = placeOf(given, m, site)
    const why = m.reader.denied?.(file)
    return why === undefined
      ? answer([file], m, site)
      : unknownFor(site, `${path.basename(file)} is not read: ${why}`)
  }

const listing = allowed(([dir], m) => {
  const names = m.reader.list(dir)
  return names && list([...names].sort())
})

/** Longer files hold neither names nor options. */
const LONGEST = 5_000_000

const reading = allowed(([file], m, site) => {
  const text = m.reader.isFile(file) ? m.reader.read(file) : undefined
  if (text !== undefined && text.length <= LONGEST) {
    m.hosts.handed?.(file, text)
    m.hosts.used?.(site.source.file, file)
    return text
  }
  const why = text === undefined ? 'it is no file that can be read' : 'it is too large'
  return unknownFor(site, `${path.basename(file)} is not read: ${why}`)
})

const modules: Record<string, Record<string, Static>> = {
  path: { ...paths },
  url: {
    // A URL object is already converted to a path here.
    fileURLToPath: ([url]) => (url.startsWith('file:') ? fileURLToPath(url) : url),
    pathToFileURL: ([file], m, site) => fileUrl(pathToFileURL(path.resolve(m.root, file)).href, site),
  },
  fs: {
    readdirSync: listing,
    readdir: listing,
    readFileSync: reading,
    readFile: reading,
    existsSync: allowed(([file], m) => m.reader.isFile(file) || m.reader.list(file) !== undefined),
  },
}

const functionOf = (module: string, name: string): Static | undefined => {
  const found = Object.hasOwn(modules, module) ? modules[module] : undefined
  return found && Object.hasOwn(found, name) ? found[name] : undefined
}

/** Joins a path of which a part is a text that is not known, such as the name of the environment. */
function joined(fn: Static, parts: RValue[], site: Site, m: Machine): RValue {
  const unread = parts.find(isTextual)
  if (!isUnknown(unread)) return undefined
  const texts = parts.map((one) => (isUnknown(one) && isTextual(one) ? (one.partial ?? hole(m)) : one))
  if (!texts.every((one) => typeof one === 'string')) return undefined
  const [first = '.', ...others] = texts
  const whole = fn([first, ...others], m, site)
  return typeof whole === 'string' ? { ...unknownFor(site, unread.why), partial: whole } : undefined
}

/** The result of a call of a Node function; undefined if it is not implemented or an argument is not known. */
function called(callee: Ref, args: RValue[], site: Site, m: Machine): RValue {
  const name =
    callee.module === 'fs/promises' || callee.module === 'fs-extra' || callee.module === 'graceful-fs'
      ? 'fs'
      : callee.module
  const own = callee.path.filter((part) => !['promises', 'default', 'posix'].includes(part))
  const [method = ''] = own
  const fn = own.length === 1 ? functionOf(name, method) : undefined
  if (name === 'module' && method === 'createRequire') return requireOf(site, m)
  if (!fn) return name === 'util' && method === 'promisify' ? args[0] : undefined
  const texts = args
    .map((one) => m.force(one))
    .map((one) => (isObject(one) && one.href !== undefined ? fileURLToPath(one.href) : one))
  const needed = name === 'fs' ? texts.slice(0, 1) : texts
  if (fn === paths.join || fn === paths.resolve) {
    const whole = joined(fn, needed, site, m)
    if (whole) return whole
  }
  if (!needed.every((one) => typeof one === 'string')) return undefined
  // Without a path, the current folder is meant.
  const [first = '.', ...others] = needed
  const result = fn([first, ...others], m, site)
  // Calls the callback of `fs.readFile(file, 'utf8', (error, text) => ...)`.
  const callback = args.at(-1)
  if (isFunction(callback)) m.call(callback, [null, result], undefined, site)
  return result
}

const requireOf = ({ source }: Site, m: Machine): RValue => {
  const module = m.module(source.file)
  return module && required(module, m)
}

function fileUrl(href: string, { at }: Site): RValue {
  const slot = slotAt(href, at)
  return {
    kind: 'object',
    entries: new Map([['href', slot]]),
    href,
    at,
  }
}

export const node: Builtin = {
  words: [...Object.keys(modules), 'fs-extra', 'graceful-fs', 'module', 'util'],
  call: called,
}
