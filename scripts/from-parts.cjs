/** A file of the built program, by its key: `src/io/writing/restore.js`. It lies in one of the parts. */
const fs = require('node:fs')
const path = require('node:path')

const folder = path.join(__dirname, '../dist/parts')

module.exports = function fromParts(key) {
  const parts = fs.readdirSync(folder).map((name) => require(path.join(folder, name)))
  const files = parts.find((one) => key in one)
  if (!files) throw new Error(`${key} is in no part of the build: npm run build`)
  return files[key]()
}
