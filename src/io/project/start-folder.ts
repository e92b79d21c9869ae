/** Where sequelize-cli is started: it looks for .sequelizerc, and for its default folders, only there. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { everyDependency, isBelow, manifestIn, upward } from '../reading'

/** @param folder of migrations, absolute */
export function startFolder(cwd: string, folder: string): string {
  const inside = upward(folder).filter((above) => isBelow(cwd, above))
  const withRc = inside.find((above) => existsSync(path.join(above, '.sequelizerc')))
  return withRc ?? inside.find(asksForSequelize) ?? cwd
}

/** The package that the migrations belong to. */
function asksForSequelize(folder: string): boolean {
  const asked = everyDependency(manifestIn(folder) ?? {})
  return ['sequelize', 'sequelize-cli', '@sequelize/core'].some((name) => name in asked)
}

/** The config file that sequelize-cli would not find by itself: beside the migrations, or not .js nor .json. */
export function configBeside(start: string, folder: string): string | undefined {
  if (existsSync(path.join(start, '.sequelizerc')) || hasOwnConfig(start)) return undefined
  return [start, path.dirname(folder)]
    .flatMap((place) =>
      ['.json', '.js', '.cjs'].map((ending) => path.join(place, 'config', `config${ending}`)),
    )
    .find((file) => existsSync(file))
}

/** What sequelize-cli finds by itself; undefined: nothing. */
export const hasOwnConfig = (start: string): string | undefined =>
  ['config.json', 'config.js']
    .map((name) => path.join(start, 'config', name))
    .find((file) => existsSync(file))
