/** Where a path really writes to; a way out of the project is refused. */

import { realpathSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../errors'
import { isBelow } from './bounds'
import { place } from './planned'

/**
 * The real place of a file that may not exist yet, links below `cwd` resolved.
 *
 * @throws UserError when it lies outside the project or in an installed package
 */
export function targetOf(file: string, cwd: string): string {
  const target = realPlace(path.resolve(cwd, file))
  const root = realpathSync(cwd)
  if (!isBelow(root, target)) {
    throw new UserError(
      'This lies outside the project. Nothing was written.',
      'Run the command in a folder that holds both models and migrations.',
      place(file),
    )
  }
  const relative = path.relative(root, target)
  if (relative.split(path.sep).includes('node_modules')) {
    throw new UserError(
      'This belongs to an installed package. Nothing was written.',
      'Repair it another way: --repair add-column writes a migration.',
      place(file),
    )
  }
  return path.join(cwd, relative)
}

/** The nearest folder above that exists tells where the rest would be made. */
function realPlace(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    const parent = path.dirname(file)
    if (parent === file) throw error
    return path.join(realPlace(parent), path.basename(file))
  }
}
