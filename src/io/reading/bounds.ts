/** Tells whether a file lies below a folder, and joins folder and name. */

import path from 'node:path'

export const isBelow = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** A faster `path.join` for a normalized folder and a plain name; it is called often. */
export const within = (folder: string, name: string): string =>
  folder.endsWith(path.sep) ? folder + name : folder + path.sep + name
