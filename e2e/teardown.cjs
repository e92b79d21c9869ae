/** Takes the installed project away again. */

const { rmSync } = require('node:fs')

module.exports = () => rmSync(process.env.E2E_HOME, { recursive: true, force: true })
