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
const callOf = (method: string): RegExp =>
  method === 'import'
    ? /\.\s*import\s*\(/
    : new RegExp(`(?:\\.\\s*|\\[\\s*['"\`]|[{,]\\s*)${method}\\b(?!\\s*:)`)

/** Whether a text may call one of the methods that lead to models. */
function callsIn(styles: ModelStyle[]): (text: string) => boolean {
  const besides = new Map(styles.map(({ method, beside }) => [method, beside]))
  const calls = methodsOf(styles).map((method) => ({ call: callOf(method), beside: besides.get(method) }))
  return (text) => calls.some(({ call, beside }) => call.test(text) && beside?.test(text) !== false)
}

/** Packages whose decorators and classes define models, under whatever name they are imported. */
const DECORATES = /['"](?:sequelize-typescript|@sequelize\/core(?:\/[\w-]+)?)['"]/

/** The words of an instance. */
const INSTANCE = /\b(?:new|extends)\s+[\w$.]*Sequelize\b|\.\s*forRoot(?:Async)?\s*\(/

/** Other names of the class: `import S from 'sequelize'`, `const S = require('sequelize')`, `{ Sequelize as S }`. */
const RENAMED =
  /\bimport\s+(?:\*\s*as\s+)?([\w$]+)[^;'"]{0,2000}\bfrom\s*['"]sequelize['"]|(?<![\w$])([\w$]+)\s*=\s*require\s*\(\s*['"]sequelize['"]|\bSequelize\s*(?:as|:)\s*([\w$]+)/g

const makesRenamed = (text: string): boolean =>
  Array.from(text.matchAll(RENAMED), ([, ...names]) => names.find(Boolean)!).some(
    (name) =>
      name !== 'Sequelize' &&
      new RegExp(`\\b(?:new|extends)\\s+${name.replace(/\$/g, '\\$&')}(?![\\w$])`).test(text),
  )

/** Whether the top level of a file makes what the models inherit. */
export const makesInstance = (text: string): boolean =>
  INSTANCE.test(text) || (text.includes('equelize') && makesRenamed(text))

/** Files of a folder, found while the program runs. */
const LOADS =
  /\breaddir|\bglob(?:Sync|by)?\b|\brequire\s*\(\s*[^'"`\s)]|\brequire\s*[,);]|\bimport\s*\(\s*[^'"`\s)]|require\.context|import\.meta\.glob|\brequire-?(?:all|dir)/i

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

/**
 * Where the parents of a text's classes are imported from; undefined: the text does not tell. Those that it declares
 * itself, and those of JavaScript, come from nowhere.
 */
const parentsIn = (text: string): (string | undefined)[] =>
  [...new Set(Array.from(text.matchAll(EXTENDS), ([, parent]) => parent))].flatMap((parent) => {
    if (parent === undefined) return []
    const name = parent.replace(/\$/g, '\\$&')
    const bound = new RegExp(
      `\\b(?:import|const|let|var)\\b[^;'"\`=]*\\b${name}\\b[^;'"\`]*?(?:\\bfrom\\s*|\\brequire\\s*\\(\\s*)['"\`]([^'"\`]+)`,
    ).exec(text)
    const isOwn = !bound && (new RegExp(`\\bclass\\s+${name}(?![\\w$])`).test(text) || parent in globalThis)
    return isOwn ? [] : [bound?.[1]]
  })

interface Sources {
  /** Absolute: files whose models are asked for. */
  files: string[]
  /** Absolute: every source file of the project but its tests. */
  code: string[]
  read(file: string): string | undefined
  /** Files that name this one as an import must. */
  importersOf(file: string): string[]
  /** The file, or the package, that an import names. */
  resolve(specifier: string, fromFile: string): string | object | undefined
}

/** Those of the files that are run first, in their order. */
export function enteredFirst(sources: Sources, styles: ModelStyle[]): string[] {
  const { files, code, read, importersOf, resolve } = sources
  const calls = callsIn(styles)
  const says = (text: string) =>
    calls(text) || DECORATES.test(text) || makesInstance(text) || loadsModels(text) || ESCAPE.test(text)
  const textOf = (file: string) => read(file) ?? ''
  const entered = new Set(files.filter((file) => says(textOf(file))))
  const asked = new Set(files)
  // What extends such a class is defined by a method that it inherits, or by decorators that the same file hands on.
  const isParent = (text: string) => DECORATES.test(text) || DECLARES_CLASS.test(text)
  const classes = [...new Set([...code, ...files])].filter(
    (file) => isParent(textOf(file)) && (entered.has(file) || says(textOf(file))),
  )
  const heirs = new Map<string, { parents: (string | undefined)[]; isBarrel: boolean }>()
  const told = (file: string) => {
    const known = heirs.get(file) ?? {
      parents: parentsIn(textOf(file)),
      isBarrel: handsOn(file, textOf(file)),
    }
    heirs.set(file, known)
    return known
  }
  // What no file is found for may be another name of this one.
  const mayExtend = (file: string, from: string) => (written: string | undefined) => {
    const parent = written === undefined ? {} : resolve(written, from)
    return parent === file || typeof parent === 'object'
  }
  const seen = new Set(classes)
  for (const file of classes) {
    for (const other of importersOf(file)) {
      const { parents, isBarrel } = told(other)
      const isHeir = parents.some(mayExtend(file, other))
      if (isHeir && asked.has(other)) entered.add(other)
      if (seen.has(other) || !(isHeir || isBarrel)) continue
      seen.add(other)
      classes.push(other)
    }
  }
  return files.filter((file) => entered.has(file))
}
