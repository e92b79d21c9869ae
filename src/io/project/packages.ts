/** Reads the dependencies in the package.json files around a project and which packages are installed. */

import { everyDependency, installed, type Manifest, manifestIn, upward, withinRepository } from '../reading'
import { versionAt } from './project'

interface Packages {
  /** Names and ranges; the nearest package.json wins. */
  dependencies: Record<string, string>
  /** The scripts of the nearest package.json. */
  scripts: Record<string, string>
  version(name: string): string | undefined
  isInstalled(name: string, folder: string): boolean
  isModule(folder: string): boolean
}

type Whole = Manifest & { type?: string }

/** @param start folder in which the migration runner is started */
export function packagesAt(start: string): Packages {
  const all = withinRepository(start).flatMap((folder): Whole | Whole[] => manifestIn(folder) ?? [])
  return {
    dependencies: Object.assign({}, ...all.toReversed().map(everyDependency)),
    scripts: all[0]?.scripts ?? {},
    version: (name) => versionAt(start, name),
    isInstalled: (name, folder) => installed(folder, name) !== undefined,
    isModule(folder) {
      const nearest: Whole | undefined = upward(folder)
        .map((above) => manifestIn(above))
        .find(Boolean)
      return nearest?.type === 'module'
    },
  }
}
