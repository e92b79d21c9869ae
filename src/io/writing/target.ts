/** Resolves the real path of a file to write, and refuses paths that leave the project. */

import { realpathSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../errors'
import { isBelow } from '../reading'
import { place } from './planned'

/**
 * The real path of a file that may not exist yet, with links below `cwd` resolved.
 *
 * @throws UserError when it lies outside the project or in an installed package
 */
export function targetOf(file: string, cwd: string): string {
  const real = relativePlace(file, cwd)
  const fault = faultOf(real, cwd)
  if (fault) throw new UserError(`${fault.what} Nothing was written.`, fault.todo, place(file))
  return path.join(cwd, real)
}

/** The reason why a file may not be written, with a hint; undefined if it may. */
export function whyNot(file: string, cwd: string): string | undefined {
  const fault = faultOf(relativePlace(file, cwd), cwd)
  return fault && `${shown(file, cwd)}: ${fault.what} ${fault.todo}`
}

const shown = (file: string, cwd: string): string => path.relative(cwd, file).split(path.sep).join('/')

const relativePlace = (file: string, cwd: string): string =>
  path.relative(realpathSync(cwd), realPlace(path.resolve(cwd, file)))

/** @param place real path, relative to `cwd` */
function faultOf(place: string, cwd: string): { what: string; todo: string } | undefined {
  if (!isBelow(cwd, path.resolve(cwd, place))) {
    const todo = 'Run the command in a folder that holds both models and migrations.'
    return { what: 'This lies outside the project.', todo }
  }
  if (place.split(path.sep).includes('node_modules')) {
    const todo = 'Repair it another way: --repair add-column writes a migration.'
    return { what: 'This belongs to an installed package.', todo }
  }
  return undefined
}

/** Resolves the nearest existing folder above; the missing parts would be created there. */
function realPlace(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    const parent = path.dirname(file)
    if (parent === file) throw error
    return path.join(realPlace(parent), path.basename(file))
  }
}
