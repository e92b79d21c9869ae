/** Gathers the facts for doctor that lie in files. */

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { dialects } from '../../dialects'
import type { Setup } from '../../types'
import { installed, manifestIn, textOfRegular, upward } from '../reading'

const PACKAGES = [
  'sequelize',
  '@sequelize/core',
  'sequelize-typescript',
  'sequelize-cli',
  '@sequelize/cli',
  'umzug',
]

/** @param start folder in which sequelize-cli runs */
export function setupOf(start: string, folders: string[], notes: string[]): Setup {
  const rc = path.join(start, '.sequelizerc')
  return {
    node: process.versions.node,
    moduleType: moduleTypeAt(start),
    ...(existsSync(rc) && { rc: textOfRegular(rc) ?? '' }),
    versions: Object.fromEntries(
      [...PACKAGES, ...dialects.flatMap(({ drivers }) => drivers)].flatMap((name) => {
        const version = installed(start, name)?.manifest.version
        return version ? [[name, version]] : []
      }),
    ),
    migrations: folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])).sort(),
    notes,
  }
}

function moduleTypeAt(start: string): Setup['moduleType'] {
  const manifest = upward(start)
    .map((folder) => manifestIn(folder))
    .find(Boolean) as { type?: string } | undefined
  return manifest?.type === 'module' ? 'module' : 'commonjs'
}
