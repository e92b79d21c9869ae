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

/** `import { a, type B as C } from './x'`, `export * from './x'` */
const TAKEN = /^(?:import|export)\s+(?:type\s+)?(\*|\{[^}]*\})\s+from\s+["'](\.[^"']*)["'];?$/gm

const DECLARED = /^export (?:declare )?(?:abstract )?(?:interface|type|class|const|function) (\w+)/gm

const without = (file, lines) => {
  const text = lines.reduce((all, line) => all.replace(`${line}\n`, ''), fs.readFileSync(file, 'utf8'))
  fs.writeFileSync(file, text)
}

const fileOf = (from, name) => {
  const base = path.resolve(path.dirname(from), name)
  return [`${base}.d.ts`, path.join(base, 'index.d.ts')].find((one) => fs.existsSync(one))
}

const namesIn = (list) =>
  list
    .slice(1, -1)
    .split(',')
    .map(
      (one) =>
        one
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0],
    )
    .filter(Boolean)

/** What a file takes from which file, by name; `*` for all. */
const takenBy = (file) =>
  Array.from(fs.readFileSync(file, 'utf8').matchAll(TAKEN), ([line, list, name]) => ({
    line,
    from: fileOf(file, name),
    names: list === '*' ? '*' : namesIn(list),
  }))

/** The names that a file gives away, its own and those that it hands on. */
const givenBy = (file) => [
  ...Array.from(fs.readFileSync(file, 'utf8').matchAll(DECLARED), ([, name]) => name),
  ...takenBy(file).flatMap(({ line, names, from }) =>
    line.startsWith('export') ? (names === '*' ? givenBy(from) : names) : [],
  ),
]

/** A door of a room hands on what others declare, and nothing else. */
const isDoor = (file) =>
  path.basename(file) === 'index.d.ts' && !fs.readFileSync(file, 'utf8').match(DECLARED)

/** @type {Map<string, Set<string>>} file of types -> the lines of a door that nobody needs, all of them at first */
const types = new Map()

function follow(file, names) {
  if (!types.has(file)) types.set(file, new Set(isDoor(file) ? takenBy(file).map(({ line }) => line) : []))
  else if (!isDoor(file)) return
  for (const { line, from, names: given } of takenBy(file)) {
    const all = given === '*' ? givenBy(from) : given
    const asked = isDoor(file) && names !== '*' ? all.filter((name) => names.includes(name)) : all
    if (!asked.length) continue
    types.get(file).delete(line)
    follow(from, asked)
  }
}

for (const name of DOORS) follow(path.join(dist, `${name}.d.ts`), '*')
for (const [file, lines] of types) without(file, [...lines])

const kept = new Set([
  ...PROGRAMS.map((name) => path.join(dist, name)),
  ...types.keys(),
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
