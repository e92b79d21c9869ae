/** What the bundle changes in the files that it is made of. */
const fs = require('node:fs')
const path = require('node:path')
const { lazily } = require('./lazily.cjs')
const { plain } = require('./plain.cjs')

/** @param dist absolute */
const inDist = (dist, file) => path.relative(dist, file).replaceAll(path.sep, '/')

/** A program or template is looked for from the folder of the file that names it; the parts lie in a folder of dist. */
function ownFolders(text, file, dist) {
  // Elsewhere the word is one that is read of, and no variable.
  if (!/[\\/]src[\\/](?:io|cli)[\\/]/.test(file)) return text
  return text.replaceAll(
    '__dirname',
    `(require("node:path").join(__dirname, ${JSON.stringify(`../${inDist(dist, path.dirname(file))}`)}))`,
  )
}

/** ansi-styles asks it for a colour by its name or number, and wrap-ansi, for which alone it is here, for none. */
const UNASKED = /^color-convert$/

/** Ours as the bundle has them; `before` gives a line of code that stands in front of each file, `counted` is told the imports made lazy. */
const ownFiles = (dist, before = () => '', counted = () => {}) => ({
  name: 'own files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNASKED }, ({ path: name }) => ({ path: name, namespace: 'unasked' }))
    onLoad({ filter: /./, namespace: 'unasked' }, () => ({ contents: '' }))
    onLoad({ filter: /\.c?js$/ }, ({ path: file }) => {
      // The first line tells a shell how to run it.
      const text = fs.readFileSync(file, 'utf8').replace(/^#!.*/, '')
      const isOurs = ['src', 'transforms'].some((folder) =>
        file.startsWith(path.join(dist, folder) + path.sep),
      )
      return {
        contents:
          before(file) + (isOurs ? ownFolders(lazily(plain(text, file), file, counted), file, dist) : text),
        loader: 'js',
      }
    })
  },
})

module.exports = { inDist, ownFiles }
