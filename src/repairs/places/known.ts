/** Maps names in the project's code to models. */

import type { Reader } from '../../ast'
import type { Model } from '../../types'

export interface Known {
  all: Model[]
  /** Undefined if no model has the name. `near` is the preferred file if several models have it. */
  named(name: string, near?: string): Model | undefined
  /** Finds a model by an alias or a part of a method's name: `session`, `Sessions` of `getSessions`. */
  like(name: string): Model | undefined
  inFile(file: string): Model[]
  /** The file or package that an import resolves to; undefined if unknown, for example for an alias. */
  module(specifier: string, from: string): { path: string; isPackage: boolean } | undefined
}

/** `@/models`, `~/models`, `src/models`: aliases that a bundler or tsconfig.json gives to folders of the project. */
const ALIAS = /^(@?[~#/]|@\/|src\/|app\/)/

export function knownModels(models: Model[], { resolve }: Pick<Reader, 'resolve'>): Known {
  const byName = grouped(models, ({ name }) => (typeof name === 'string' ? name : undefined))
  const byWord = grouped(models, ({ name }) => (typeof name === 'string' ? name.toLowerCase() : undefined))
  const byFile = grouped(models, ({ origin }) => origin.file)
  return {
    all: models,
    named: (name, near) => {
      const all = byName.get(name) ?? []
      return all.find(({ origin }) => origin.file === near) ?? all[0]
    },
    like: (name) => singulars(name.toLowerCase()).flatMap((word) => byWord.get(word) ?? [])[0],
    inFile: (file) => byFile.get(file) ?? [],
    module: (specifier, from) => {
      const found = resolve(specifier, from)
      if (typeof found === 'string') return { path: found, isPackage: /[\\/]node_modules[\\/]/.test(found) }
      return found && !ALIAS.test(specifier) ? { path: specifier, isPackage: true } : undefined
    },
  }
}

function grouped(models: Model[], key: (model: Model) => string | undefined): Map<string, Model[]> {
  const groups = new Map<string, Model[]>()
  for (const model of models) {
    const word = key(model)
    if (word) groups.set(word, [...(groups.get(word) ?? []), model])
  }
  return groups
}

const singulars = (word: string): string[] => [
  word,
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
  word.replace(/ies$/, 'y'),
]
