/**
 * Makes of dist/src/cli/main.js a program that starts fast, in parts (dist/parts), and of dist/src/io/launch.js the command,
 * dist/bin.js; another folder than dist may be named. The files they are made of stay where they are: they are the library.
 */
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { buildSync, build } = require('esbuild')
const common = require('./bundle/common.cjs')
const { inParts } = require('./bundle/parts.cjs')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

/** Loaded from node_modules when they are asked for: they read files of their own, or are seldom needed. */
const external = ['@clack/prompts', 'recast', 'jiti']

async function bundle() {
  const parts = await inParts(dist, (options) => build({ ...common, external, ...options }))
  const hash = createHash('sha256')
  for (const file of parts) hash.update(fs.readFileSync(file))
  buildSync({
    ...common,
    entryPoints: [path.join(dist, 'src/io/launch.js')],
    outfile: path.join(dist, 'bin.js'),
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.BUNDLE_KEY': JSON.stringify(hash.digest('hex').slice(0, 16)) },
  })
  fs.chmodSync(path.join(dist, 'bin.js'), 0o755)
}

void bundle()
