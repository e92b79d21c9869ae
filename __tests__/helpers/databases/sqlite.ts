/** SQLite in a file, through sql.js: no driver that would have to be compiled. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseKind } from './types'

const driver = path.join(__dirname, 'sqlite-driver.cjs')

export const sqlite: DatabaseKind = {
  async start() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-sqlite-'))
    let count = 0
    return {
      async fresh() {
        const storage = path.join(folder, `${++count}.sqlite`)
        return {
          dialect: 'sqlite',
          options: { dialect: 'sqlite', storage, dialectModule: require(driver), logging: false },
          config: `module.exports = {
  dialect: 'sqlite',
  storage: ${JSON.stringify(storage)},
  dialectModule: require(${JSON.stringify(driver)}),
}\n`,
        }
      },
      stop: async () => fs.rmSync(folder, { recursive: true, force: true }),
    }
  },
}
