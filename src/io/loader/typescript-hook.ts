/** Node preloads this before sequelize-cli (`-r`), because its `require` cannot load migrations in TypeScript. */

import Module from 'node:module'
import { ourLoader, startOwnLoader } from './typescript'

const home = process.cwd()

if (!startOwnLoader(home)) {
  const loader = ourLoader(home)
  const extensions: Record<string, (module: object, file: string) => void> = Reflect.get(
    Module,
    '_extensions',
  )
  for (const ending of ['.ts', '.cts'])
    extensions[ending] = (module, file) => Object.assign(module, { exports: loader(file) })
}
