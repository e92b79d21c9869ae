/**
 * Makes of dist/src/cli/main.js a program that starts fast: dist/bin.js, which requires its parts in dist/parts; another
 * folder than dist may be named. The files they are made of stay where they are: they are the library.
 */
const fs = require('node:fs')
const path = require('node:path')
const { build } = require('esbuild')
const common = require('./bundle/common.cjs')
const { inParts } = require('./bundle/parts.cjs')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

/** Loaded from node_modules when they are asked for: they read files of their own, or are seldom needed. */
const external = ['@clack/prompts', 'recast', 'jiti']

async function bundle() {
  await inParts(dist, (options) => build({ ...common, external, ...options }))
  const text = `#!/usr/bin/env node\n"use strict";\nrequire("./parts/start.js")["src/cli/main.js"]().start();\n`
  fs.writeFileSync(path.join(dist, 'bin.js'), text, { mode: 0o755 })
}

void bundle()
