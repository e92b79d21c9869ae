/**
 * Takes out of dist what is in the parts already. What stays: the doors, and the types of what others may
 * import, with all that they need.
 */
const fs = require('node:fs')
const path = require('node:path')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

const PROGRAMS = [
  'src/io/loader/program.js',
  'src/io/loader/cli-config.js',
  'src/io/loader/typescript-hook.js',
  'src/io/loader/watchdog.js',
  'src/io/loader/watch-parent.js',
]

const DOORS = [
  'src/index',
  'src/runtime/index',
  'src/testing/index',
  'src/eslint/index',
  'transforms/add-deletedat-column',
  'transforms/disable-paranoid',
  'transforms/map-deletedat-column',
]

const NAMED = /(?:\brequire\(|\bfrom |\bimport\()["'](\.[^"']*)["']/g

/** The file, and all that it names. */
function closure(file, ending, known = new Set()) {
  if (known.has(file)) return known
  known.add(file)
  for (const [, name] of fs.readFileSync(file, 'utf8').matchAll(NAMED)) {
    const base = path.resolve(path.dirname(file), name)
    const found = [`${base}${ending}`, path.join(base, `index${ending}`)].find((one) => fs.existsSync(one))
    if (found) closure(found, ending, known)
  }
  return known
}

const kept = new Set([
  ...PROGRAMS.map((name) => path.join(dist, name)),
  ...DOORS.flatMap((name) => [...closure(path.join(dist, `${name}.d.ts`), '.d.ts')]),
  ...DOORS.map((name) => path.join(dist, `${name}.js`)),
])

for (const folder of ['src', 'transforms']) {
  const names = fs.readdirSync(path.join(dist, folder), { recursive: true, encoding: 'utf8' })
  for (const file of names.map((name) => path.join(dist, folder, name)))
    if (/\.[jt]s$/.test(file) && !kept.has(file)) fs.rmSync(file)
}

/** Empty folders are not packed, and lie in the way of whoever looks. */
for (const name of fs.readdirSync(path.join(dist, 'src'), { recursive: true, encoding: 'utf8' }).reverse()) {
  const folder = path.join(dist, 'src', name)
  if (fs.existsSync(folder) && fs.statSync(folder).isDirectory() && !fs.readdirSync(folder).length)
    fs.rmdirSync(folder)
}
