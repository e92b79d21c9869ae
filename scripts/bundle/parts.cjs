/** The program in parts: what every start needs, what reads models, and the rest. Each is a CommonJS file, required when it is first used. */
const fs = require('node:fs')
const path = require('node:path')
const { inDist, ownFiles } = require('./plugins.cjs')
const { noted, TOLD, triedParts } = require('./trials.cjs')

const REST = 'rest'

const START = 'src/cli/main.js'

/** Taken by scripts of ours (scripts/from-parts.cjs). */
const ALSO = ['src/io/writing/restore.js', 'src/io/database/database.js']

/** Packages that a check may need, and what they need themselves: each part holds nothing else. */
const APART = {
  parser: ['@babel/parser'],
  resolver: ['enhanced-resolve', 'tapable', 'graceful-fs'],
  // Asked at a terminal only, where the whole rest would be loaded for it.
  links: ['supports-hyperlinks', 'supports-color', 'has-flag'],
}

const packageOf = (file) =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1].replaceAll(path.sep, '/')

const packageFolder = (file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]

const apart = (file) => Object.keys(APART).find((part) => APART[part].includes(packageOf(file)))

/** Any of these may be asked for as a model or migration is read, and they are small. */
const READS = /^src\/(?:ast|models|migrations|reporters)\//

/** All that an application needs that looks at its models by itself; the command needs most of it too. */
const JUDGES =
  /^src\/(?:runtime|live|dialects|judging)\/|^src\/(?:errors|values|nearest|our-names|io\/project\/here)[.]js$/

/** The processes in which the project's code runs, and what a command needs to start them. */
const LOADS = /^src\/io\/loader\//

/**
 * @param dist absolute
 * @param build esbuild's, with what all have in common
 * @param doors what else is entered from outside, by key
 * @returns the expression by which the file of a key is taken, in a folder at that depth; the folders of packages built in
 */
async function inParts(dist, build, doors) {
  const folder = path.join(dist, 'parts')
  const start = `require(${JSON.stringify(path.join(dist, START))}).start()`
  const others = doors.map((key) => `() => require(${JSON.stringify(path.join(dist, key))})`)
  const keyOf = (file) => inDist(dist, file)
  const trial = path.join(folder, 'trial.js')
  let lazy = 0
  const counted = (imports) => {
    lazy += imports
  }
  const { metafile } = await build({
    stdin: { contents: `${start};exports.doors = [${others}];${TOLD}`, resolveDir: dist },
    outfile: trial,
    metafile: true,
    plugins: [ownFiles(dist, (file) => noted(keyOf(file)), counted)],
  })
  if (!lazy) throw new Error('No import of the sources was made lazy.')
  const tried = triedParts(trial)
  fs.rmSync(trial)
  const partOf = (file) => {
    const key = keyOf(file)
    if (JUDGES.test(key)) return 'judge'
    if (LOADS.test(key)) return 'loader'
    return tried.get(key) ?? apart(file) ?? (READS.test(key) ? 'read' : REST)
  }
  const files = Object.keys(metafile.inputs)
    .map((file) => path.resolve(file))
    .filter((file) => /\.c?js$/.test(file) && fs.existsSync(file))
  const isAskedFor = askedFor(
    metafile,
    partOf,
    [START, ...doors, ...ALSO].map((key) => path.join(dist, key)),
  )
  await Promise.all(
    [...new Set(files.map(partOf))].map(async (part) => {
      const own = files.filter((file) => partOf(file) === part)
      await build({
        stdin: {
          contents: own
            .filter(isAskedFor)
            .map((file) => given(file, keyOf(file)))
            .join('\n'),
          resolveDir: dist,
        },
        outfile: path.join(folder, bundleName(part)),
        plugins: [elsewhere(part, partOf, keyOf), ownFiles(dist)],
      })
    }),
  )
  const taken = (key, up) =>
    `require(${JSON.stringify(`${up}/parts/${bundleName(partOf(path.join(dist, key)))}`)})[${JSON.stringify(key)}]()`
  return { taken, packages: [...new Set(files.flatMap((file) => packageFolder(file) ?? []))].sort() }
}

/** @returns whether a part must give a file away: it is a door, or a file of another part imports it */
function askedFor({ inputs }, partOf, doors) {
  const asked = new Set(doors)
  for (const [name, { imports }] of Object.entries(inputs))
    for (const { path: to } of imports) {
      const [from, file] = [path.resolve(name), path.resolve(to)]
      if (inputs[to] && (!fs.existsSync(from) || partOf(from) !== partOf(file))) asked.add(file)
    }
  return (file) => asked.has(file)
}

/** jscodeshift has Babel compile whatever a transform requires that is named as JavaScript. */
const bundleName = (part) => `${part}.bundle`

/** A part gives away its files, each by its key; a file runs when it is first taken. */
const given = (file, key) => `exports[${JSON.stringify(key)}] = () => require(${JSON.stringify(file)})`

/** A file of another part is required from that part. */
const elsewhere = (own, partOf, keyOf) => ({
  name: 'elsewhere',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path: asked, pluginData, importer, namespace, resolveDir, kind }) => {
      if (pluginData === 'asked') return undefined
      if (namespace === 'elsewhere') return { path: asked, external: true }
      const found = await resolve(asked, { importer, namespace, resolveDir, kind, pluginData: 'asked' })
      const isFile = found.namespace === 'file' && !found.external && !found.errors.length
      if (!isFile || partOf(found.path) === own) return found
      return { path: keyOf(found.path), namespace: 'elsewhere', pluginData: partOf(found.path) }
    })
    onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path: key, pluginData: part }) => ({
      contents: `module.exports = require(${JSON.stringify(`./${bundleName(part)}`)})[${JSON.stringify(key)}]()`,
      loader: 'js',
    }))
  },
})

module.exports = { inParts }
