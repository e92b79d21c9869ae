/** Forms plurals as the project's own Sequelize does: versions of `inflection` disagree on some words. */

import { realpathSync } from 'node:fs'
import type { Inflector } from '../../types'
import { installed } from '../reading'
import { lockedVersions } from './lock-files'
import { projectVersions } from './project'

/** Our copies by version; each is loaded on demand. */
const OURS: Record<string, () => Inflector> = {
  '1.12.0': () => require('inflection-v5'),
  '1.13.4': () => require('inflection'),
  '3.0.2': () => require('inflection-v7'),
}

/**
 * Looks for the copy when the first word is asked for: most checks of a hook ask for none.
 * @param version version of Sequelize; undefined means the newest 6
 */
export function inflectorFor(version: string | undefined, cwd: string): Inflector {
  let found: Inflector | undefined
  const copy = () => (found ??= copyFor(version, cwd))
  return {
    pluralize: (word) => copy().pluralize(word),
    singularize: (word) => copy().singularize(word),
    underscore: (word) => copy().underscore(word),
  }
}

/**
 * @returns our copy if it has the version that the project uses, else the project's own copy, else our copy of the
 * version range that this Sequelize depends on
 */
function copyFor(version: string | undefined, cwd: string): Inflector {
  const usual = usualFor(version ?? '6')
  if (version && majorOf(version) !== majorOf(projectVersions(cwd).sequelize ?? version)) return usual()
  const copy = copyOf(cwd)
  const locked = lockedVersions(cwd, 'inflection')
  const ours = OURS[copy?.version ?? (locked.length === 1 ? (locked[0] ?? '') : '')]
  if (ours) return ours()
  return (copy && attempt(copy.folder)) ?? usual()
}

function usualFor(version: string): () => Inflector {
  // '6' alone means the newest 6.
  const [major = 6, minor = 99, patch = 99] = version.split(/[.-]/).map(Number)
  const isOld = major < 6 || (major === 6 && (minor < 6 || (minor === 6 && patch < 4)))
  return OURS[major >= 7 ? '3.0.2' : isOld ? '1.12.0' : '1.13.4'] as () => Inflector
}

/** The copy that the installed Sequelize itself loads. */
function copyOf(cwd: string): { folder: string; version?: string } | undefined {
  const sequelize = installed(cwd, 'sequelize') ?? installed(cwd, '@sequelize/core')
  const copy = sequelize && installed(realpathSync(sequelize.folder), 'inflection')
  return copy && { folder: copy.folder, version: copy.manifest.version }
}

const majorOf = (version: string): number => Number.parseInt(version, 10)

function attempt(folder: string): Inflector | undefined {
  try {
    const copy = require(folder)
    return typeof copy.pluralize === 'function' ? copy : undefined
  } catch {
    return undefined
  }
}
