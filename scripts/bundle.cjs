/**
 * Makes of what the compiler wrote to dist a package that starts fast: the command, the library and the transforms, which
 * take what they need from dist/parts. Another folder than dist may be named.
 */
const fs = require('node:fs')
const path = require('node:path')
const { bundled } = require('./bundle/common.cjs')
const { inParts } = require('./bundle/parts.cjs')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

/**
 * Loaded from node_modules when they are asked for, which is seldom: these are the package's dependencies. All else that
 * the sources import is built in, and so is no dependency: nothing is installed twice.
 */
const { dependencies } = require('../package.json')
const external = Object.keys(dependencies)

const LIBRARY = ['src/index.js', 'src/runtime/index.js', 'src/testing/index.js', 'src/eslint/index.js']
const TRANSFORMS = ['add-deletedat-column', 'disable-paranoid', 'map-deletedat-column'].map(
  (name) => `transforms/${name}.js`,
)

/** Each runs in a process or a thread of its own, and is named by its path. */
const PROGRAMS = ['program', 'cli-config', 'typescript-hook', 'watchdog', 'watch-parent'].map(
  (name) => `src/io/loader/${name}.js`,
)

async function bundle() {
  const doors = [...LIBRARY, ...TRANSFORMS, ...PROGRAMS].filter((key) => fs.existsSync(path.join(dist, key)))
  const { taken, packages } = await inParts(dist, (options) => bundled({ external, ...options }), doors)
  const write = (key, text, options) => fs.writeFileSync(path.join(dist, key), `${text}\n`, options)
  write('bin.js', `#!/usr/bin/env node\n"use strict";\n${taken('src/cli/main.js', '.')}.start();`, {
    mode: 0o755,
  })
  write('LICENSES.txt', packages.map(licenceOf).join('\n\n'))
  for (const key of doors) write(key, PROGRAMS.includes(key) ? programText(key, taken) : doorText(key, taken))
}

/** What is built in keeps the notice of its authors. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = fs.readdirSync(folder).find((one) => /^licen[sc]e/i.test(one))
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n${text}`
}

const above = (key) => key.split('/').slice(1).fill('..').join('/')

const programText = (key, taken) => `"use strict";\nmodule.exports = ${taken(key, above(key))};`

/**
 * Node tells an importer the names of a CommonJS file only where they are written out. A transform is its default export
 * and bears it as `default` too: so `import`, `require` and jscodeshift all find the function, whatever they make of
 * `__esModule`.
 */
function doorText(key, taken) {
  const names = Object.keys(require(path.join(dist, key)))
  const lines = names.map((name) => `module.exports.${name} = door.${name};`)
  return [
    '"use strict";',
    `const door = ${taken(key, above(key))};`,
    ...(names.includes('default') ? ['module.exports = door.default;'] : []),
    // `export =` of a plugin: it holds itself, so that it must stay the same object.
    ...(names.includes('configs') ? ['module.exports = door;'] : []),
    ...lines,
  ].join('\n')
}

void bundle()
