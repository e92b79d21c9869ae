/** Finds the versions of a package in the project's lock file. A new kind of lock file takes one line in the list. */

import path from 'node:path'
import { jsonObject, objectOf, type ReadText, textOfRegular, withinRepository } from '../reading'

interface LockFile {
  file: string
  /** Every version of the package that the text contains. */
  versions(text: string, name: string): string[]
}

const VERSION = '(\\d+\\.\\d+\\.\\d+[^\\s"\'(:_,]*)'

const LOCK_FILES: LockFile[] = [
  { file: 'package-lock.json', versions: fromNpm },
  { file: 'npm-shrinkwrap.json', versions: fromNpm },
  // sequelize@^6.3.5:\n  version "6.3.5"   and   "sequelize@npm:^6.37.8":\n  version: 6.37.8
  {
    file: 'yarn.lock',
    versions: matches((name) => `^"?(?:[^\\n]*, )?"?${name}@[^\\n]*:\\r?\\n {2}version:? "?${VERSION}`),
  },
  // /sequelize@6.31.0(mysql2@2.3.3):   and   /sequelize/6.3.5:   and   sequelize@6.37.3:
  { file: 'pnpm-lock.yaml', versions: matches((name) => `^ {2}['"]?/?${name}[@/]${VERSION}`) },
  // "sequelize": ["sequelize@6.37.3",
  { file: 'bun.lock', versions: matches((name) => `\\["${name}@${VERSION}`) },
]

/** The versions of a package in the nearest lock file that contains it. */
export function lockedVersions(cwd: string, name: string, read: ReadText = textOfRegular): string[] {
  for (const folder of withinRepository(cwd)) {
    for (const { file, versions } of LOCK_FILES) {
      const found = versions(read(path.join(folder, file)) ?? '', name)
      if (found.length) return [...new Set(found)]
    }
  }
  return []
}

function matches(pattern: (name: string) => string): LockFile['versions'] {
  return (text, name) =>
    [...text.matchAll(new RegExp(pattern(escaped(name)), 'gm'))].map(([, version = '']) => version)
}

const escaped = (name: string): string => name.replace(/[.+/]/g, '\\$&')

function fromNpm(text: string, name: string): string[] {
  const lock = jsonObject(text)
  const packages = Object.entries(objectOf(lock?.packages) ?? {})
  const places = packages
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, entry]) => entry)
  return [...places, objectOf(lock?.dependencies)?.[name]]
    .map((entry) => objectOf(entry)?.version)
    .filter((version) => typeof version === 'string' && version !== '') as string[]
}
