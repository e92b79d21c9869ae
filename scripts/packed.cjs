/**
 * What npm packs has a package.json for users: no scripts, or npm would warn that one is to be run on install, and none of
 * what only this repository needs. `packed.cjs begin` runs before npm packs and `packed.cjs end` after it (prepack,
 * postpack); a run that was stopped between them is mended by the next.
 */
const fs = require('node:fs')
const path = require('node:path')

const file = path.join(__dirname, '../package.json')
const whole = `${file}.whole`

if (fs.existsSync(whole)) fs.renameSync(whole, file)
if (process.argv[2] === 'begin') {
  if (!fs.existsSync(path.join(__dirname, '../dist/LICENSES.txt')))
    throw new Error('Nothing is built: npm run build')
  const {
    scripts: _,
    devDependencies: __,
    overrides: ___,
    ...manifest
  } = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.copyFileSync(file, whole)
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}
