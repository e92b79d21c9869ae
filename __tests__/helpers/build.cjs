/** Compiles the sources into dist/, as the package has them. Types are checked by `npm run types`. */

const { existsSync } = require('node:fs')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

const root = path.join(__dirname, '../..')

module.exports = () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!existsSync(path.join(root, 'dist/src/io/loader/program.js')))
    throw new Error(`Nothing was built. ${stdout}`)
}
