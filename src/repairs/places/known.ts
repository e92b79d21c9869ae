/** The models that a name in the project's code may mean. */

import type { Reader } from '../../ast'
import type { Model } from '../../types'

export interface Known {
  all: Model[]
  /** Undefined where no model has the name. `near`: the file that is preferred where several have it. */
  named(name: string, near?: string): Model | undefined
  /** By an alias, or a part of a method's name: `session`, `Sessions` of `getSessions`. */
  like(name: string): Model | undefined
  inFile(file: string): Model[]
  /** What an import names; undefined where that cannot be told, as of an alias. */
  module(specifier: string, from: string): { path: string; isPackage: boolean } | undefined
}

/** `@/models`, `~/models`, `src/models`: names that a bundler or tsconfig.json gives to folders of the project. */
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
