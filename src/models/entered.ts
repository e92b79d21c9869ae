/**
 * Chooses the files that run first: those whose text may define a model, make a connection or load the files of a
 * folder. Every other file runs when a value needs an import from it.
 */

import type { ModelStyle } from './style'

/** Methods outside the styles that lead to models: `sequelize.import(file)`, `addModels([...])`, Nest's modules. */
const loaders = ['import', 'addModels', 'forRoot', 'forRootAsync']

/** The methods whose calls may define a model or a connection. */
export const methodsOf = (styles: ModelStyle[]): string[] => [
  ...styles.flatMap(({ method }) => method ?? []),
  ...loaders,
]

/** Matches `.define`, `['define']`, `{ define }`; `import`, a word of every module, counts only after a dot. */
const callsOf = (methods: string[]): RegExp =>
  new RegExp(
    `(?:\\.\\s*|\\[\\s*['"\`]|[{,]\\s*)(${methods.join('|')})\\b(?!\\s*:)|\\.\\s*(import)\\s*\\(`,
    'g',
  )

/** Whether a text may call one of the methods that lead to models. */
function callsIn(styles: ModelStyle[]): (text: string) => boolean {
  const besides = new Map(styles.map(({ method, beside }) => [method, beside]))
  const calls = callsOf(methodsOf(styles).filter((method) => method !== 'import'))
  return (text) =>
    [...new Set(Array.from(text.matchAll(calls), ([, method, other]) => method ?? other))].some(
      (method) => besides.get(method)?.test(text) !== false,
    )
}

/** Matches packages whose decorators and classes define models, under any import name. */
const DECORATES = /['"](?:sequelize-typescript|@sequelize\/core(?:\/[\w-]+)?)['"]/

/** Matches code that makes an instance. */
const INSTANCE = /\b(?:new|extends)\s+[\w$.]*Sequelize\b|\.\s*forRoot(?:Async)?\s*\(/

/** Finds other names of the class: `import S from 'sequelize'`, `S = require('sequelize')`, `{ Sequelize as S }`. */
const RENAMED = [
  {
    in: /\bfrom\s*['"]sequelize['"]/,
    names: /\bimport\s+(?:\*\s*as\s+)?([\w$]+)[^;'"]{0,2000}\bfrom\s*['"]sequelize['"]/g,
  },
  {
    in: /\brequire\s*\(\s*['"]sequelize['"]/,
    names: /(?<![\w$])([\w$]+)\s*=\s*require\s*\(\s*['"]sequelize['"]/g,
  },
  { in: /\bSequelize\s*(?:as|:)/, names: /\bSequelize\s*(?:as|:)\s*([\w$]+)/g },
]

const makesRenamed = (text: string): boolean =>
  RENAMED.flatMap((one) =>
    one.in.test(text) ? Array.from(text.matchAll(one.names), ([, name]) => name ?? '') : [],
  ).some(
    (name) =>
      name !== 'Sequelize' &&
      new RegExp(`\\b(?:new|extends)\\s+${name.replace(/\$/g, '\\$&')}(?![\\w$])`).test(text),
  )

/** Whether a file's text makes a Sequelize instance. */
export const makesInstance = (text: string): boolean =>
  /equelize|forRoot/.test(text) && (INSTANCE.test(text) || makesRenamed(text))

/** Matches code that loads files which it finds at run time, such as those of a folder. */
const LOADS =
  /\breaddir|\bglob(?:Sync|by)?\b|\brequire\s*\(\s*[^'"`\s)]|\brequire\s*[,);]|\bimport\s*\(\s*[^'"`\s)]|require\.context|import\.meta\.glob|\brequire-?(?:all|dir)/i

/** Whether a file's text may define a model, make a connection or load the files of a folder. */
export function leading(styles: ModelStyle[]): (text: string) => boolean {
  const calls = callsIn(styles)
  return (text) =>
    calls(text) || DECORATES.test(text) || makesInstance(text) || loadsModels(text) || ESCAPE.test(text)
}

/** Whether a file may pass something to models that it loads by file name. */
export const loadsModels = (text: string): boolean => LOADS.test(text) && /sequelize|model/i.test(text)

/** Matches an escaped letter, which may hide any word. */
const ESCAPE = /\\u(?:00[4-7][0-9a-f]|\{0*[4-7][0-9a-f]\})/i

const DECLARES_CLASS = /\bclass\b/
/** Captures a class's parent; it skips the `extends` of an interface or a type parameter. */
const EXTENDS = /(?:(?:\binterface|[<,])\s*(?!class\b)[\w$]+\s+extends\b|\bextends\s+([\w$]+))/g

/** Whether a file re-exports (`export … from`) or is a folder's index. */
export const handsOn = (file: string, text: string): boolean =>
  /\bexport\b[^;\n]*\bfrom\b/.test(text) || /[\\/]index\.[cm]?[jt]sx?$/.test(file)

/** Matches names bound by an import: `import Base, { Mixin } from './base'`, `const Base = require('./base')`. */
const BINDS = /\b(?:import|const|let|var)\b([^;'"`]{0,4000}?)(?:\bfrom\s*|\brequire\s*\(\s*)['"`]([^'"`]+)/g

const DECLARED = /\bclass\s+([\w$]+)/g

/**
 * Returns the modules from which a text imports the parents of its classes; undefined stands for an unknown module.
 * It omits parents that the text declares itself or that are globals of JavaScript.
 */
function parentsIn(text: string): (string | undefined)[] {
  const parents = new Set(
    Array.from(text.matchAll(EXTENDS), ([, parent]) => parent).filter((one) => one !== undefined),
  )
  if (!parents.size) return []
  const bound = new Map<string, string>()
  for (const [, names = '', written = ''] of text.matchAll(BINDS))
    for (const part of names.split(/\b(?:import|const|let|var)\b/))
      for (const name of /^[^=]*/.exec(part)?.[0].match(/[\w$]+/g) ?? [])
        if (!bound.has(name)) bound.set(name, written)
  const own = new Set(Array.from(text.matchAll(DECLARED), ([, name]) => name))
  return [...parents].flatMap((parent) =>
    bound.has(parent) || !(own.has(parent) || parent in globalThis) ? [bound.get(parent)] : [],
  )
}

/** Matches the module names that a text imports. */
export const IMPORTS = /\b(?:from|require\s*\(|import\s*\(?)\s*['"`]([^'"`\n]+)['"`]/g

interface Sources {
  /** Absolute paths of the files whose models the caller wants. */
  files: string[]
  read(file: string): string | undefined
  /** Whether a file's own text shows that it must run first. */
  leads(file: string): boolean
  /** Returns the file or the package that an import names. */
  resolve(specifier: string, fromFile: string): string | object | undefined
}

/**
 * Returns the files that run first, in their order. A file also runs first if its class extends one of such a file:
 * the class may be defined by an inherited method, or by decorators which that file re-exports.
 */
export function enteredFirst({ files, read, leads, resolve }: Sources): string[] {
  const isParent = (file: string) => {
    const text = read(file) ?? ''
    return leads(file) && (DECORATES.test(text) || DECLARES_CLASS.test(text))
  }
  /** Returns the files that may declare the parents of a file's classes, or that it may re-export. */
  const above = (file: string, passes: boolean): string[] => {
    const text = read(file) ?? ''
    const parents = parentsIn(text)
    const isOpen = parents.includes(undefined) || (passes && handsOn(file, text))
    const written = (isOpen ? Array.from(text.matchAll(IMPORTS), ([, name]) => name) : parents).flatMap(
      (name) => name ?? [],
    )
    return written.flatMap((one) => {
      const found = resolve(one, file)
      return typeof found === 'string' && !/[\\/]node_modules[\\/]/.test(found) ? [found] : []
    })
  }
  const known = new Map<string, boolean>()
  const isHeir = (file: string): boolean => {
    const below = new Map<string, string | undefined>(above(file, false).map((one) => [one, undefined]))
    for (const one of below.keys()) {
      const isOne = known.get(one) ?? isParent(one)
      if (isOne) for (let heir: string | undefined = one; heir; heir = below.get(heir)) known.set(heir, true)
      if (isOne) return true
      if (!known.has(one)) for (const other of above(one, true)) if (!below.has(other)) below.set(other, one)
    }
    for (const one of below.keys()) known.set(one, false)
    return false
  }
  return files.filter((file) => leads(file) || isHeir(file))
}
