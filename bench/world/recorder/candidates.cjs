/** The files that may define a model or make a connection, in the order in which they are loaded: connections first. */

const fs = require('node:fs')
const path = require('node:path')

const ELSEWHERE =
  /(?:^|\/)(?:migrations?|seeders?|seeds?|tests?|__tests__|e2e|examples?|public|client|frontend)\/|\.(?:test|spec)\.|\.config\./
const DEFINES =
  /\.\s*define\s*(?:<|\()|\.init\s*\(|@Table\b|\bModel\b[\s\S]*\binit|extends\s+\w*(?:Model|Entity)\b/
const CONNECTS = /new\s+\w*\.?\s*Sequelize\b|SequelizeModule\.forRoot|\.addModels\(/
const NAMES = /sequelize|DataTypes?\b/i

function candidatesIn({ files, root }) {
  const rows = files
    .filter((file) => !ELSEWHERE.test(`/${path.relative(root, file)}`) && fs.statSync(file).size < 1_000_000)
    .map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }))
    .filter(
      ({ file, text }) =>
        CONNECTS.test(text) || (DEFINES.test(text) && (NAMES.test(text) || /model|entit/i.test(file))),
    )
    .map((row) => ({ ...row, rank: CONNECTS.test(row.text) ? 0 : 1 }))
  return rows
    .sort((one, other) => one.rank - other.rank || (one.file < other.file ? -1 : 1))
    .map(({ file }) => file)
}

const connects = (file) => fs.existsSync(file) && CONNECTS.test(fs.readFileSync(file, 'utf8'))

module.exports = { candidatesIn, connects }
