/** Finds the folder in which to start sequelize-cli: it looks for .sequelizerc and its default folders only there. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { everyDependency, isBelow, manifestIn, upward } from '../reading'

/**
 * @param folder absolute folder of migrations
 * @param script the script of package.json that runs them, if one does
 */
export function startFolder(cwd: string, folder: string, script?: string): string {
  const inside = upward(folder).filter((above) => isBelow(cwd, above))
  const withScript =
    script === undefined ? undefined : inside.find((above) => script in (manifestIn(above)?.scripts ?? {}))
  if (withScript !== undefined) return withScript
  const withRc = inside.find((above) => existsSync(path.join(above, '.sequelizerc')))
  return withRc ?? inside.find(asksForSequelize) ?? cwd
}

/** Whether the package in this folder depends on Sequelize. */
function asksForSequelize(folder: string): boolean {
  const dependencies = everyDependency(manifestIn(folder) ?? {})
  return ['sequelize', 'sequelize-cli', '@sequelize/core'].some((name) => name in dependencies)
}

/** The config file that sequelize-cli does not find itself: it lies beside the migrations or has another extension. */
export function configBeside(start: string, folder: string): string | undefined {
  if (existsSync(path.join(start, '.sequelizerc')) || hasOwnConfig(start)) return undefined
  return [start, path.dirname(folder)]
    .flatMap((place) =>
      ['.json', '.js', '.cjs'].map((ending) => path.join(place, 'config', `config${ending}`)),
    )
    .find((file) => existsSync(file))
}

/** The config that sequelize-cli finds itself; undefined if there is none. */
export const hasOwnConfig = (start: string): string | undefined =>
  ['config.json', 'config.js']
    .map((name) => path.join(start, 'config', name))
    .find((file) => existsSync(file))
