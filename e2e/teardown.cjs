/** Takes the installed project and the tarball away again. */

const { rmSync } = require('node:fs')
const path = require('node:path')

module.exports = () => {
  for (const folder of [process.env.E2E_HOME, path.dirname(process.env.E2E_TARBALL)])
    rmSync(folder, { recursive: true, force: true })
}
