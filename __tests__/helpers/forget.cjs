/** Removes what the suites of this run shared. */

const fs = require('node:fs')

module.exports = () => fs.rmSync(process.env.SHARED_BY_SUITES, { recursive: true, force: true })
