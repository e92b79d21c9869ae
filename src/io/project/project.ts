/** Tells which version of Sequelize and which database the project uses. */

import { maxSatisfying, minVersion, rsort } from 'semver'
import { optionFor, packagesOfDialects } from '../../dialects'
import {
  everyDependency,
  installed,
  type Manifest,
  manifestIn,
  type ReadText,
  withinRepository,
} from '../reading'
import { lockedVersions } from './lock-files'

/**
 * Installed versions, else locked ones, else the lowest that package.json allows; undefined if nothing tells.
 * `typescript` is the version of sequelize-typescript.
 * @param read reads package.json and the lock files; what is installed is looked up on the disk
 */
export function projectVersions(cwd: string, read?: ReadText): { sequelize?: string; typescript?: string } {
  const all = manifests(cwd, read)
  const [first, second] = namesIn(all)
  return {
    sequelize: versionOf(cwd, first, all, read) ?? versionOf(cwd, second, all, read),
    typescript: versionOf(cwd, 'sequelize-typescript', all, read),
  }
}

/** The package's name up to version 6, and from version 7 on. */
const SEQUELIZE = ['sequelize', '@sequelize/core'] as const

/** Puts the package first that the nearest package.json depends on. */
function namesIn(all: Manifest[]): readonly [string, string] {
  const nearest = all.find((manifest) => SEQUELIZE.some((name) => name in everyDependency(manifest)))
  return nearest && !('sequelize' in everyDependency(nearest)) ? [SEQUELIZE[1], SEQUELIZE[0]] : SEQUELIZE
}

function versionOf(cwd: string, name: string, all: Manifest[], read?: ReadText): string | undefined {
  const range = rangeIn(all, name)
  return (
    released(installed(cwd, name)?.manifest.version) ??
    best(lockedVersions(cwd, name, read), range) ??
    least(range)
  )
}

/** The version of one package. */
export const versionAt = (cwd: string, name: string): string | undefined =>
  versionOf(cwd, name, manifests(cwd))

/** A copy from a repository has the version 0.0.0-development. */
const released = (version: string | undefined): string | undefined =>
  version?.startsWith('0.') ? undefined : version

function best(versions: string[], range: string | undefined): string | undefined {
  if (versions.length < 2) return versions[0]
  return maxSatisfying(versions, plainRange(range)) ?? rsort([...versions])[0]
}

function least(range: string | undefined): string | undefined {
  if (range === undefined) return undefined
  const [, plain] = /^[~^]?([1-9]\d*\.\d+\.\d+)$/.exec(range) ?? []
  if (plain) return plain
  try {
    const version = minVersion(plainRange(range))
    return version && version.major > 0 ? version.version : undefined
  } catch {
    return undefined
  }
}

/** `npm:sequelize@^6` and `workspace:^6` contain a range too. */
const plainRange = (range = '*'): string => range.replace(/^npm:.+@/, '').replace(/^workspace:/, '')

function rangeIn(all: Manifest[], name: string): string | undefined {
  for (const manifest of all) {
    const range = everyDependency(manifest)[name]
    if (range !== undefined) return range
  }
  return undefined
}

const manifests = (cwd: string, read?: ReadText): Manifest[] =>
  withinRepository(cwd).flatMap((folder) => manifestIn(folder, read) ?? [])

/** The dialect whose driver is the only one among the dependencies, or else among the development dependencies. */
export function projectDialect(cwd: string, read?: ReadText): string | undefined {
  const packages = packagesOfDialects()
  for (const manifest of manifests(cwd, read)) {
    for (const names of [manifest.dependencies, manifest.devDependencies]) {
      const packageNames = Object.keys(names ?? {}).flatMap((name) => packages[name] ?? [])
      // If a dialect builds on another one, the driver of the other belongs to it.
      const dialects = new Set(
        packageNames.filter((one) => !packageNames.some((over) => over !== one && optionFor(over) === one)),
      )
      if (dialects.size) return dialects.size === 1 ? [...dialects][0] : undefined
    }
  }
  return undefined
}
