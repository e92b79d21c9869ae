/** Handed to Node before sequelize-cli (`-r`): it loads migrations by `require`, which knows no TypeScript. */

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
