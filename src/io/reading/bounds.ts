/** Whether a file lies below a folder, and how it is named there. */

import path from 'node:path'

export const isBelow = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** As `path.join` of a folder that is tidy and a plain name, without looking at every letter: it is asked for often. */
export const within = (folder: string, name: string): string =>
  folder.endsWith(path.sep) ? folder + name : folder + path.sep + name
