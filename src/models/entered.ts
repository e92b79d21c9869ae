/**
 * Which files are run first. A file that can define a model, make a connection or load the files of a folder says so in
 * its text; every other file runs when what a value needs is imported from it.
 */

import type { ModelStyle } from './style'

/** Methods beside those of the styles that lead to models: `sequelize.import(file)`, `addModels([...])`, Nest's modules. */
const loaders = ['import', 'addModels', 'forRoot', 'forRootAsync']

/** The methods whose calls may define a model or a connection. */
export const methodsOf = (styles: ModelStyle[]): string[] => [
  ...styles.flatMap(({ method }) => method ?? []),
  ...loaders,
]

/** `.define`, `['define']`, `{ define }`; `import` is a word of every module, and counts behind a dot only. */
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

/** Packages whose decorators and classes define models, under whatever name they are imported. */
const DECORATES = /['"](?:sequelize-typescript|@sequelize\/core(?:\/[\w-]+)?)['"]/

/** The words of an instance. */
const INSTANCE = /\b(?:new|extends)\s+[\w$.]*Sequelize\b|\.\s*forRoot(?:Async)?\s*\(/

/** Other names of the class: `import S from 'sequelize'`, `const S = require('sequelize')`, `{ Sequelize as S }`. */
const RENAMED =
  /\bimport\s+(?:\*\s*as\s+)?([\w$]+)[^;'"]{0,2000}\bfrom\s*['"]sequelize['"]|(?<![\w$])([\w$]+)\s*=\s*require\s*\(\s*['"]sequelize['"]|\bSequelize\s*(?:as|:)\s*([\w$]+)/g

const makesRenamed = (text: string): boolean =>
  Array.from(text.matchAll(RENAMED), ([, ...names]) => names.find(Boolean) ?? '').some(
    (name) =>
      name !== 'Sequelize' &&
      new RegExp(`\\b(?:new|extends)\\s+${name.replace(/\$/g, '\\$&')}(?![\\w$])`).test(text),
  )

/** Whether the top level of a file makes what the models inherit. */
export const makesInstance = (text: string): boolean =>
  /equelize|forRoot/.test(text) && (INSTANCE.test(text) || makesRenamed(text))

/** Files of a folder, found while the program runs. */
const LOADS =
  /\breaddir|\bglob(?:Sync|by)?\b|\brequire\s*\(\s*[^'"`\s)]|\brequire\s*[,);]|\bimport\s*\(\s*[^'"`\s)]|require\.context|import\.meta\.glob|\brequire-?(?:all|dir)/i

/** Whether the text of a file can define a model, make a connection or load the files of a folder. */
export function leading(styles: ModelStyle[]): (text: string) => boolean {
  const calls = callsIn(styles)
  return (text) =>
    calls(text) || DECORATES.test(text) || makesInstance(text) || loadsModels(text) || ESCAPE.test(text)
}

/** Whether a file may hand something to models that it loads by their names on the disk. */
export const loadsModels = (text: string): boolean => LOADS.test(text) && /sequelize|model/i.test(text)

/** An escaped letter may hide any word. */
const ESCAPE = /\\u(?:00[4-7][0-9a-f]|\{0*[4-7][0-9a-f]\})/i

const DECLARES_CLASS = /\bclass\b/
/** Not those of an interface, or of a parameter of a type. */
const EXTENDS = /(?:(?:\binterface|[<,])\s*(?!class\b)[\w$]+\s+extends\b|\bextends\s+([\w$]+))/g

/** `export … from`, or a folder's index. */
const handsOn = (file: string, text: string): boolean =>
  /\bexport\b[^;\n]*\bfrom\b/.test(text) || /[\\/]index\.[cm]?[jt]sx?$/.test(file)

/** What is bound to what a file or package exports: `import Base, { Mixin } from './base'`, `const Base = require('./base')`. */
const BINDS = /\b(?:import|const|let|var)\b([^;'"`]{0,4000}?)(?:\bfrom\s*|\brequire\s*\(\s*)['"`]([^'"`]+)/g

const DECLARED = /\bclass\s+([\w$]+)/g

/**
 * Where the parents of a text's classes are imported from; undefined: the text does not tell. Those that it declares
 * itself, and those of JavaScript, come from nowhere.
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

/** What a text imports by name. */
const IMPORTS = /\b(?:from|require\s*\(|import\s*\(?)\s*['"`]([^'"`\n]+)['"`]/g

interface Sources {
  /** Absolute: files whose models are asked for. */
  files: string[]
  read(file: string): string | undefined
  /** Whether its own text tells that a file is run first. */
  leads(file: string): boolean
  /** The file, or the package, that an import names. */
  resolve(specifier: string, fromFile: string): string | object | undefined
}

/**
 * Those of the files that are run first, in their order: also whose class extends one that such a file declares, and is
 * defined by a method that it inherits, or by decorators that the same file hands on.
 */
export function enteredFirst({ files, read, leads, resolve }: Sources): string[] {
  const isParent = (file: string) => {
    const text = read(file) ?? ''
    return leads(file) && (DECORATES.test(text) || DECLARES_CLASS.test(text))
  }
  /** Where the parents of a file's classes may be declared, or what it may hand on. */
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
