/**
 * Makes of what the compiler wrote to dist a package that starts fast: the command, the library and the transforms, which
 * take what they need from dist/parts. Another folder than dist may be named.
 */
const fs = require('node:fs')
const path = require('node:path')
const { build } = require('esbuild')
const common = require('./bundle/common.cjs')
const { inParts } = require('./bundle/parts.cjs')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

/** Loaded from node_modules when they are asked for: they read files of their own, or are seldom needed. */
const external = ['@clack/prompts', 'recast', 'jiti']

const LIBRARY = ['src/index.js', 'src/runtime/index.js', 'src/testing/index.js', 'src/eslint/index.js']
const TRANSFORMS = ['add-deletedat-column', 'disable-paranoid', 'map-deletedat-column'].map(
  (name) => `transforms/${name}.js`,
)

async function bundle() {
  const doors = [...LIBRARY, ...TRANSFORMS].filter((key) => fs.existsSync(path.join(dist, key)))
  const taken = await inParts(dist, (options) => build({ ...common, external, ...options }), doors)
  const write = (key, text, options) => fs.writeFileSync(path.join(dist, key), `${text}\n`, options)
  write('bin.js', `#!/usr/bin/env node\n"use strict";\n${taken('src/cli/main.js', '.')}.start();`, {
    mode: 0o755,
  })
  for (const key of doors) write(key, doorText(key, taken))
}

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
    `const door = ${taken(key, key.split('/').slice(1).fill('..').join('/'))};`,
    ...(names.includes('default') ? ['module.exports = door.default;'] : []),
    // `export =` of a plugin: it holds itself, so that it must stay the same object.
    ...(names.includes('configs') ? ['module.exports = door;'] : []),
    ...lines,
  ].join('\n')
}

void bundle()
