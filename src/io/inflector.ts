/** The plural as the project's own Sequelize makes it: versions of `inflection` disagree on some words. */

import { realpathSync } from 'node:fs'
import type { Inflector } from '../types'
import { lockedVersions } from './lock-files'
import { projectVersions } from './project'
import { installed } from './upward'

/** Our copies, by their version. */
const OURS: Record<string, string> = {
  '1.12.0': 'inflection-v5',
  '1.13.4': 'inflection',
  '3.0.2': 'inflection-v7',
}

/**
 * @param version of Sequelize; undefined counts as the newest 6
 * @returns our copy where it is the version that the project uses, the project's own copy where it is another, and
 *   otherwise ours of the kind that this Sequelize depends on
 */
export function inflectorFor(version: string | undefined, cwd: string): Inflector {
  const usual = usualFor(version ?? '6')
  if (version && majorOf(version) !== majorOf(projectVersions(cwd).sequelize ?? version)) return load(usual)
  const copy = copyOf(cwd)
  const locked = lockedVersions(cwd, 'inflection')
  const ours = OURS[copy?.version ?? (locked.length === 1 ? (locked[0] as string) : '')]
  if (ours) return load(ours)
  return (copy && attempt(copy.folder)) ?? load(usual)
}

function usualFor(version: string): string {
  // '6' alone is the newest 6.
  const [major = 6, minor = 99, patch = 99] = version.split(/[.-]/).map(Number)
  if (major >= 7) return 'inflection-v7'
  const isOld = major < 6 || minor < 6 || (minor === 6 && patch < 4)
  return isOld ? 'inflection-v5' : 'inflection'
}

/** The copy that the installed Sequelize itself would load. */
function copyOf(cwd: string): { folder: string; version?: string } | undefined {
  const sequelize = installed(cwd, 'sequelize') ?? installed(cwd, '@sequelize/core')
  const copy = sequelize && installed(realpathSync(sequelize.folder), 'inflection')
  return copy && { folder: copy.folder, version: copy.manifest.version }
}

const majorOf = (version: string): number => Number.parseInt(version, 10)

const load = (name: string): Inflector => require(name)

function attempt(folder: string): Inflector | undefined {
  try {
    const copy = load(folder)
    return typeof copy.pluralize === 'function' ? copy : undefined
  } catch {
    return undefined
  }
}
