/**
 * Makes of the three transforms in dist/transforms one file, dist/transforms.bundle, that they load; another folder than
 * dist may be named. jscodeshift has Babel compile whatever a transform requires, our own hundred and more files too:
 * a file that is not named as JavaScript is taken as it is.
 */
const fs = require('node:fs')
const path = require('node:path')
const { buildSync } = require('esbuild')
const common = require('./bundle/common.cjs')

const dist = path.resolve(process.argv[2] ?? path.join(__dirname, '../dist'))
const transforms = ['add-deletedat-column', 'disable-paranoid', 'map-deletedat-column']

const getters = transforms.map((name) => `get '${name}'() { return require('./transforms/${name}.js') },`)

buildSync({
  ...common,
  stdin: { contents: `module.exports = { ${getters.join('\n')} }`, resolveDir: dist },
  outfile: path.join(dist, 'transforms.bundle'),
  // Loaded from node_modules when they are asked for, as those of the command are; jscodeshift has the parser, too.
  external: [
    '@babel/parser',
    '@clack/prompts',
    'recast',
    'inflection',
    'inflection-v5',
    'inflection-v7',
    'jiti',
  ],
})

for (const name of transforms) {
  const text = `"use strict";\nmodule.exports = require("../transforms.bundle")["${name}"];\n`
  fs.writeFileSync(path.join(dist, 'transforms', `${name}.js`), text)
}
