/** Finds the config file of this tool: in the working directory, or above it as far as the repository goes. */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { lilconfigSync } from 'lilconfig'
import { UserError } from '../../errors'
import { jsonObject, manifestIn, textOfRegular, withinRepository } from '../reading'

const NAME = 'deletedat-codemod'

export const CONFIG_NAMES = ['json', 'js', 'cjs', 'mjs', 'ts', 'mts', 'cts'].map(
  (one) => `${NAME}.config.${one}`,
)

/** Nothing is loaded: a file that is there is found, and read as data later. */
const found = () => ({})

/** What is asked for a key must not be null. */
const inPackage = (_file: string, text: string): unknown => jsonObject(text) ?? {}

/**
 * @returns the absolute file, or undefined if there is none
 * @throws UserError if a folder has two of them, or one is no file
 */
export function configFileAt(cwd: string): string | undefined {
  const folders = foldersFrom(cwd)
  const searchPlaces = placesIn(folders)
  // Most projects have none, and lilconfig is not loaded for them.
  if (!searchPlaces.length) return undefined
  const { search } = lilconfigSync(NAME, {
    searchPlaces,
    packageProp: [NAME],
    ignoreEmptySearchPlaces: false,
    stopDir: folders.at(-1) ?? cwd,
    loaders: {
      ...Object.fromEntries(CONFIG_NAMES.map((one) => [path.extname(one), found])),
      '.json': (file, text) => (path.basename(file) === 'package.json' ? inPackage(file, text) : found()),
    },
  })
  const file = search(cwd)?.filepath
  if (file) checkAlone(path.dirname(file))
  return file || undefined
}

/** Outside of a repository the working directory alone counts: folders above it do not belong to the project. */
function foldersFrom(cwd: string): string[] {
  const folders = withinRepository(cwd)
  return existsSync(path.join(folders.at(-1) ?? cwd, '.git')) ? folders : [cwd]
}

/** The places that one of the folders has. A pipe would block, and a folder cannot be read: lilconfig is shown neither. */
function placesIn(folders: string[]): string[] {
  const filesOf = (name: string) =>
    folders.map((one) => path.join(one, name)).filter((one) => existsSync(one))
  const isOdd = (file: string) => textOfRegular(file) === undefined
  const places = CONFIG_NAMES.filter((name) => {
    const files = filesOf(name)
    if (files.some(isOdd))
      throw new UserError(
        `The config ${name} is no file that can be read.`,
        'Give it another name, or mend it.',
      )
    return files.length > 0
  })
  const inManifest = folders.some((one) => NAME in (manifestIn(one) ?? {}))
  return inManifest && !filesOf('package.json').some(isOdd) ? [...places, 'package.json'] : places
}

function checkAlone(folder: string): void {
  const manifest: object = manifestIn(folder) ?? {}
  const all = [
    ...CONFIG_NAMES.filter((one) => existsSync(path.join(folder, one))),
    ...(NAME in manifest ? [`"${NAME}" in package.json`] : []),
  ]
  if (all.length > 1)
    throw new UserError(`There are ${all.length} configs: ${all.join(', ')}.`, 'Keep one of them.')
}
