/** Compiled files load what they import at once; in the bundle a file is loaded when it is first used. */
const fs = require('node:fs')
const path = require('node:path')

/** `const files_1 = require("./io/files");` as the compiler writes it, with its helpers around the call or without. */
const IMPORT = /^(?:const|var) (\w+_\d+) = ((?:__importDefault\(|__importStar\()?require\("([^"]+)"\)\)?);$/gm

/** `export { x } from './y'` */
const HANDED_ON =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+_\d+)\.(\w+); \} \}\);$/gm

/** These every start of Node has loaded. */
const LOADED = /^node:(?:path|fs)$/

/** These call each other for every token, and looking for the file at each call costs a check of a real project 5 %. */
const TOGETHER = /[\\/]ast[\\/]plain[\\/]/

const importsIn = (text) =>
  Array.from(text.matchAll(IMPORT), ([line, name, call, from]) => ({ line, name, call, from }))

/** @returns the file that a file of ours imports; undefined for a package */
function fileOf(from, file) {
  if (!from.startsWith('.')) return undefined
  const base = path.resolve(path.dirname(file), from)
  return [`${base}.js`, path.join(base, 'index.js')].find((one) => fs.existsSync(one))
}

/** Where a name of a file truly stands: a door that hands it on is not entered. */
function homeOf(file, name) {
  const text = fs.readFileSync(file, 'utf8')
  const handed = Array.from(text.matchAll(HANDED_ON)).find(([, given]) => given === name)
  const from = handed && importsIn(text).find((one) => one.name === handed[2])?.from
  const home = from && fileOf(from, file)
  return home ? homeOf(home, handed[3]) : { file, name }
}

/** An import that the compiler wrote, in whatever form. */
const LEFT = /^(?:const|var|let) \w+_\d+ = .*\brequire\("(?!node:(?:path|fs)")/m

/** What is put in the place of an import would call it. */
const OWN_REQUIRE = /\b(?:const|let|var) require\b|\bfunction \w*\((?:[^)]*, )?require\b/

/**
 * @param file absolute, of the compiler's making
 * @param counted told how many imports were made lazy
 * @throws where an import is in a form that is not known here
 */
function lazily(text, file, counted = () => {}) {
  let lazy = text
  const isEager = (from) => LOADED.test(from) || (TOGETHER.test(file) && from.startsWith('./'))
  const imports = importsIn(text).filter(({ from }) => !isEager(from))
  for (const { line, name, call, from } of imports) {
    const target = fileOf(from, file)
    lazy = lazy.replace(line, '').replace(new RegExp(`\\b${name}\\b(?:\\.(\\w+))?`, 'g'), (_, member) => {
      // In brackets, for `new` would take the call for its own.
      if (!member) return `(${call})`
      const home = target && homeOf(target, member)
      return home ? `(require(${JSON.stringify(home.file)})).${home.name}` : `(${call}).${member}`
    })
  }
  const left = LEFT.exec(lazy.replace(IMPORT, (line, _name, _call, from) => (isEager(from) ? '' : line)))
  if (left) throw new Error(`${file} has an import that is not made lazy: ${left[0]}`)
  if (OWN_REQUIRE.test(text)) throw new Error(`${file} calls something of its own require.`)
  counted(imports.length)
  return lazy
}

module.exports = { lazily }
