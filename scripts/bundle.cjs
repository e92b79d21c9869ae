/**
 * Makes of dist/src/cli.js one file that starts fast, dist/bundle.js, and of dist/src/io/launch.js the command,
 * dist/bin.js; another folder than dist may be named. The files they are made of stay where they are: they are the library.
 */
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { buildSync, build } = require('esbuild')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'eof',
  logLevel: 'warning',
}

/** Loaded from node_modules when they are asked for: they read files of their own, or are seldom needed. */
const external = ['@clack/prompts', 'recast', 'inflection', 'inflection-v5', 'inflection-v7', 'jiti']

/** A program or template is looked for from the folder of the file that names it. */
const ownFolders = {
  name: 'own folders',
  setup({ onLoad }) {
    // Elsewhere the word is one that is read of, and no variable.
    onLoad({ filter: /[\\/]src[\\/]io[\\/].*\.js$/ }, ({ path: file }) => {
      const folder = path.relative(dist, path.dirname(file)).replaceAll(path.sep, '/')
      const own = `(__dirname + ${JSON.stringify(`/${folder}`)})`
      return { contents: fs.readFileSync(file, 'utf8').replaceAll('__dirname', own), loader: 'js' }
    })
    // It is loaded by another, and begins with what tells a shell how to run it.
    onLoad({ filter: /[\\/]src[\\/]cli\.js$/ }, ({ path: file }) => ({
      contents: fs.readFileSync(file, 'utf8').replace(/^#!.*/, ''),
      loader: 'js',
    }))
  },
}

async function bundle() {
  const outfile = path.join(dist, 'bundle.js')
  await build({
    ...common,
    entryPoints: [path.join(dist, 'src/cli.js')],
    outfile,
    external,
    plugins: [ownFolders],
  })
  const key = createHash('sha256').update(fs.readFileSync(outfile)).digest('hex').slice(0, 16)
  buildSync({
    ...common,
    entryPoints: [path.join(dist, 'src/io/launch.js')],
    outfile: path.join(dist, 'bin.js'),
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.BUNDLE_KEY': JSON.stringify(key) },
  })
  fs.chmodSync(path.join(dist, 'bin.js'), 0o755)
}

void bundle()
