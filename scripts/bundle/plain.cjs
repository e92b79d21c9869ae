/** Takes out of compiled files what only loaders of other modules need: in some 600 files of one bundle it weighs. */

const BUILTIN = /^const (\w+_\d+) = __importDefault\(require\("(node:[\w/]+)"\)\);$/gm
const HELPER = /^var __importDefault = [^;]*;\n?\};\n/m
const MARK = /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/m
const UNSET = /^(?:exports\.\w+ = )+void 0;\n/gm
const OF_OURS = /__import(?:Default|Star)\(require\("\./

/**
 * @param text of the compiler's making
 * @throws where a file takes the default export of another, which it would be told by the mark
 */
function plain(text, file) {
  if (OF_OURS.test(text)) throw new Error(`${file} imports the default of a file of ours.`)
  let done = text.replace(MARK, '').replace(UNSET, '')
  // A module of Node is its own default.
  for (const [line, name, from] of text.matchAll(BUILTIN))
    done = done
      .replace(line, `const ${name} = require("${from}");`)
      .replace(new RegExp(`\\b${name}\\.default\\b`, 'g'), name)
  return /__importDefault\(/.test(done.replace(HELPER, '')) ? done : done.replace(HELPER, '')
}

module.exports = { plain }
