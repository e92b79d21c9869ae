/**
 * Compiles the sources into dist/, as the package has them, and makes the folder in which the suites of one run share
 * what is dear to make. Types are checked by `npm run types`.
 */

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

const root = path.join(__dirname, '../..')

module.exports = () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const known = ['--noCheck', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo']
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...known], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!fs.existsSync(path.join(root, 'dist/src/io/loader/program.js')))
    throw new Error(`Nothing was built. ${stdout}`)
  process.env.SHARED_BY_SUITES = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-shared-')))
}
