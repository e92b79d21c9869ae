/** A temporary project in which sequelize-cli runs as its users run it: in a process of its own, without a shell. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { shared } from '../shared'

const modules = path.join(__dirname, '../../../node_modules')

/**
 * Links the packages of this repository into a project. sequelize-cli is copied: it takes the `sequelize` that
 * lies beside it.
 *
 * @param sequelize the folder in node_modules that is to be the project's `sequelize`
 */
export function linkModules(root: string, sequelize = 'sequelize'): void {
  const folder = path.join(root, 'node_modules')
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(modules)) {
    if (name.startsWith('.') || name === 'sequelize-cli' || name === 'sequelize') continue
    fs.symlinkSync(path.join(modules, name), path.join(folder, name), 'junction')
  }
  fs.symlinkSync(path.join(modules, sequelize), path.join(folder, 'sequelize'), 'junction')
  fs.cpSync(path.join(modules, 'sequelize-cli'), path.join(folder, 'sequelize-cli'), { recursive: true })
}

/** Gives the project a folder of linked packages that others share: for those that write nothing into it. */
export function shareModules(root: string, sequelize = 'sequelize'): void {
  const linked = shared(`with-${sequelize.replace('/', '+')}`, (folder) => linkModules(folder, sequelize))
  fs.symlinkSync(path.join(linked, 'node_modules'), path.join(root, 'node_modules'), 'junction')
}

export interface Ran {
  code: number | null
  output: string
}

export const sequelizeCli = (root: string, ...args: string[]): Ran => sequelizeCliWith({}, root, ...args)

export function sequelizeCliWith(variables: Record<string, string>, root: string, ...args: string[]): Ran {
  const cli = path.join(root, 'node_modules/sequelize-cli/lib/sequelize')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'development', ...variables },
  })
  return { code: status, output: stdout + stderr }
}
