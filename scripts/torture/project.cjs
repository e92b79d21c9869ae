/** The projects that are tortured: five models and their migrations, made so that A, B or C has something to do. */

const fs = require('node:fs')
const path = require('node:path')

const NAMES = ['User', 'Post', 'Visit', 'Order', 'Note']

const table = (name) => `${name.toLowerCase()}s`

const model = (name) => `// ${name}: é stays é\r
const { DataTypes, Model } = require('sequelize')\r
module.exports = (sequelize) => {\r
\tclass ${name} extends Model {}\r
\t${name}.init({ title: DataTypes.STRING }, { sequelize, tableName: '${table(name)}', paranoid: true })\r
\treturn ${name}\r
}\r
`

const migration = (name, column) => `module.exports = {
  up: (queryInterface, Sequelize) =>
    queryInterface.createTable('${table(name)}', {
      id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
      title: Sequelize.STRING,
      createdAt: Sequelize.DATE,
      updatedAt: Sequelize.DATE,${column ? `\n      ${column}: Sequelize.DATE,` : ''}
    }),
  down: (queryInterface) => queryInterface.dropTable('${table(name)}'),
}
`

/** What is asked for, in the words of the command line. */
const CASES = {
  A: { args: ['--repair', 'add-column'] },
  'A with index': { args: ['--repair', 'add-column', '--with-index'] },
  B: { args: ['--repair', 'disable-paranoid'] },
  C: { args: ['--repair', 'map-column'], column: 'deleted_at' },
}

/** @param kind a name of CASES */
function makeProject(root, kind) {
  const files = { 'package.json': '{ "name": "tortured", "dependencies": { "sequelize": "^6.37.8" } }\n' }
  NAMES.forEach((name, index) => {
    files[`models/${name.toLowerCase()}.js`] = model(name)
    files[`migrations/2024010100000${index}-create-${table(name)}.js`] = migration(name, CASES[kind].column)
  })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
}

/** Every file by its relative path, byte by byte; folders end with a slash. What is a link says where it leads. */
function bytesOf(root) {
  const found = {}
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      const name = path.relative(root, file).split(path.sep).join('/')
      if (entry.isDirectory()) {
        found[`${name}/`] = ''
        walk(file)
      } else found[name] = entry.isSymbolicLink() ? fs.readlinkSync(file) : fs.readFileSync(file, 'latin1')
    }
  }
  walk(root)
  return found
}

module.exports = { CASES, bytesOf, makeProject }
