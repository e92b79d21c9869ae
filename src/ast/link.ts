/** Links the imports and exports of a file before its first statement runs. */

import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Unknown } from '../types'
import { isRef } from '../values'
import { unknownFor } from './making'
import type { Machine, Module, Ref, RValue, Site } from './runtime'
import { declaredNames, lookup, siteOf } from './scope'
import { type Node, unknownAt } from './source'

/** Resolves `require(specifier)` or an import; the module is read only when a member is needed. */
export function requireModule(
  specifier: string,
  from: Module,
  esm: boolean,
  site: Site,
  m: Machine,
): Ref | Unknown {
  const wanted = specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier
  const shown = path.isAbsolute(wanted) ? beside(from.file, wanted) : specifier
  const found = m.reader.resolve(wanted, from.file)
  if (found === undefined) return unknownFor(site, whyNot(shown, from.file, m))
  const file = typeof found === 'string' && !bringsNoValues(found) ? found : undefined
  if (file) return { kind: 'ref', module: shown, file, esm, path: [], text: shown, site }
  const name = typeof found === 'string' ? specifier : found.package
  return { kind: 'ref', module: name, path: subpath(specifier, name), text: name, site }
}

/** The path as an import in the file would write it; a report must not differ from machine to machine. */
function beside(from: string, file: string): string {
  const relative = path.relative(path.dirname(from), file).replaceAll(path.sep, '/')
  return relative.startsWith('.') ? relative : `./${relative}`
}

function whyNot(specifier: string, from: string, m: Machine): string {
  const why = /^[./]/.test(specifier)
    ? m.reader.denied?.(path.resolve(path.dirname(from), specifier))
    : undefined
  return why === undefined ? `${specifier} is not found` : `${specifier} is not read: ${why}`
}

/** `.d.ts` files hold no values, and the package `config` takes its values from the project's own files. */
const bringsNoValues = (file: string): boolean =>
  /\.d\.[cm]?ts$/.test(file) || /[\\/]node_modules[\\/]config[\\/]/.test(file)

/** The path within the package: `lodash/merge` is the member `merge` of `lodash`. */
const subpath = (specifier: string, name: string): string[] =>
  specifier
    .replace(/^node:/, '')
    .slice(name.length)
    .split('/')
    .filter(Boolean)

/** Links one import or export declaration. */
export function link(node: Node, module: Module, m: Machine): void {
  if (node.importKind === 'type' || node.importKind === 'typeof' || node.exportKind === 'type') return
  if (node.type === 'ImportDeclaration') linkImport(node, module, m)
  if (!/^Export/.test(node.type)) return
  module.isEsm = true
  if (node.type === 'ExportAllDeclaration') module.stars.push(node)
  if (node.type === 'ExportDefaultDeclaration') linkDefault(node, module, m)
  if (node.type !== 'ExportNamedDeclaration') return
  for (const name of node.declaration ? declaredNames(node.declaration) : [])
    module.exports.set(name, () => exportedName(name, node, module, m))
  for (const specifier of node.specifiers) linkExport(specifier, node, module, m)
}

/** The value of an exported name; in a circular import it may be read before it has a value. */
function exportedName(name: string, node: Node, module: Module, m: Machine): RValue {
  const value = lookup(name, module.scope, m)
  if (value !== undefined) return value
  if (module.state !== 'running') return module.unread
  return unknownAt(node, module.source, 'it is read while the file is still being loaded (a circular import)')
}

function linkDefault(node: Node, module: Module, m: Machine): void {
  const { declaration } = node
  const name =
    declaration.type === 'FunctionDeclaration' && declaration.id ? declaration.id.name : '*default*'
  module.exports.set('default', () => exportedName(name, node, module, m))
}

const specifierName = (node: Node): string => node.name ?? node.value

function linkExport(specifier: Node, node: Node, module: Module, m: Machine): void {
  const exportedAs = specifierName(specifier.exported)
  if (!node.source) {
    module.exports.set(exportedAs, () => exportedName(specifierName(specifier.local), node, module, m))
    return
  }
  const local = specifier.type === 'ExportNamespaceSpecifier' ? undefined : specifierName(specifier.local)
  module.exports.set(exportedAs, () => imported(node, local, module, m))
}

function linkImport(node: Node, module: Module, m: Machine): void {
  module.isEsm = true
  for (const specifier of node.specifiers) {
    if (specifier.importKind === 'type') continue
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? undefined
          : specifierName(specifier.imported)
    let value: RValue
    module.scope.names.set(specifier.local.name, { thunk: () => (value ??= imported(node, name, module, m)) })
  }
}

function imported(node: Node, name: string | undefined, module: Module, m: Machine): RValue {
  const whole = requireModule(node.source.value, module, true, siteOf(node, module.scope, m), m)
  if (name === undefined || !isRef(whole)) return whole
  // `import Sequelize from 'sequelize'`: the default export of a package is the package itself.
  return { ...whole, path: !whole.file && name === 'default' ? whole.path : [...whole.path, name] }
}
