/**
 * `npm run bench -- --growth`: time against size. Each row makes a project of one size and one ten times as large; the
 * time beyond that of an empty project may not grow faster than n log n. It is the time of the processor that counts.
 */

import fs from 'node:fs'
import path from 'node:path'
import { costOf } from './measure.mjs'
import { node } from './peers.mjs'

const MANIFEST = '{ "dependencies": { "pg": "^8.11.0", "sequelize": "^6.37.0" } }\n'
const MIGRATION = '20240101000000-create-things.js'
const CREATED = migration("await queryInterface.createTable('things', { id: Sequelize.INTEGER })")

/** A migration with this body of `up`. */
function migration(body) {
  return `module.exports = {\n  async up(queryInterface, Sequelize) {\n    ${body}\n  },\n}\n`
}

/** A model with these options, behind this text. */
const model = (options, before = '', attributes = '{}') =>
  `${before}\nmodule.exports = (sequelize, DataTypes) =>\n  sequelize.define('Thing', ${attributes}, { tableName: 'things', ...${options} })\n`

const times = (count, each) => Array.from({ length: count }, (_, index) => each(index))
const files = (count, each) => Object.fromEntries(times(count, each))
const stamp = (index) => String(20240102000000 + index)

const FUNCTION = (index) => `
function total${index}(rows, options = {}) {
  const sum = rows.reduce((all, row) => all + row.amount * row.quantity, ${index})
  if (options.rounded) return Math.round(sum * 100) / 100
  return { sum, label: \`of \${rows.length}\`, at: new Date() }
}
`

/** @type {{ what: string, size: number, made: (size: number) => Record<string, string> }[]} the size is the smaller one */
const KINDS = [
  {
    what: 'functions in the file of a model',
    size: 1000,
    made: (size) => ({ 'models/thing.js': model('{ paranoid: true }', times(size, FUNCTION).join('')) }),
  },
  {
    what: 'objects within objects, deep',
    size: 80,
    made: (size) => ({
      'models/thing.js': model(
        '{ paranoid: true }',
        `const deep = ${'{ a: '.repeat(size)}1${' }'.repeat(size)}`,
        '{ deep: deep.a }',
      ),
    }),
  },
  {
    what: 'files in a chain of imports',
    size: 50,
    made: (size) => ({
      'models/thing.js': model("require('../chain/0')"),
      ...files(size, (index) => [
        `chain/${index}.js`,
        index + 1 < size
          ? `module.exports = { ...require('./${index + 1}'), step: ${index} }\n`
          : 'module.exports = { paranoid: true }\n',
      ]),
    }),
  },
  {
    what: 'files in a circle of imports',
    size: 50,
    made: (size) => ({
      'models/thing.js': model("require('../circle/0')"),
      ...files(size, (index) => [
        `circle/${index}.js`,
        `const next = require('./${(index + 1) % size}')\nmodule.exports = { paranoid: true, next: () => next, step: ${index} }\n`,
      ]),
    }),
  },
  {
    what: 'files behind a barrel, each imported from it',
    size: 200,
    made: (size) => ({
      'lib/index.js': times(size, (index) => `export * from './part-${index}'`).join('\n'),
      ...files(size, (index) => [
        `lib/part-${index}.js`,
        `export const part${index} = { paranoid: ${index % 5 === 0}, tableName: 'things_${index}' }\n`,
      ]),
      ...files(size, (index) => [
        `models/thing-${index}.js`,
        `import { part${index} } from '../lib'\nexport default (sequelize) => sequelize.define('Thing${index}', {}, part${index})\n`,
      ]),
    }),
  },
  {
    what: 'heirs, each of the one before',
    size: 50,
    made: (size) => ({
      'models/base-0.js':
        "const { Model } = require('sequelize')\nmodule.exports = class Base0 extends Model {\n  static start(sequelize) { return this.init({}, { sequelize, paranoid: true, modelName: this.name }) }\n}\n",
      ...files(size, (index) => [
        `models/base-${index + 1}.js`,
        `const Base${index} = require('./base-${index}')\nmodule.exports = class Base${index + 1} extends Base${index} {}\n`,
      ]),
    }),
  },
  {
    what: 'classes of a file, each of another parent',
    size: 300,
    made: (size) => ({
      'models/thing.js': model('{ paranoid: true }'),
      'lib/parents.js': times(size, (index) => `exports.Parent${index} = class {}`).join('\n'),
      'lib/classes.js': `${times(size, (index) => `const { Parent${index} } = require('./parents')`).join('\n')}\n${times(size, (index) => `exports.Child${index} = class extends Parent${index} {}`).join('\n')}\n`,
    }),
  },
  {
    what: 'callers of a factory',
    size: 200,
    made: (size) => ({
      'models/thing.js':
        "exports.open = function open(sequelize, options) {\n  return sequelize.define('Thing', {}, { tableName: 'things', ...options })\n}\n",
      ...files(size, (index) => [
        `services/service-${index}.js`,
        `const { open } = require('../models/thing')\nexports.run = (sequelize) => open(sequelize, { paranoid: true })\n`,
      ]),
    }),
  },
  {
    what: 'attributes of a model',
    size: 500,
    made: (size) => ({
      'models/thing.js': model(
        '{ paranoid: true }',
        '',
        `{\n${times(size, (index) => `  field${index}: { type: DataTypes.STRING(${index + 1}), allowNull: ${index % 2 === 0}, field: 'field_${index}' },`).join('\n')}\n}`,
      ),
    }),
  },
  {
    what: 'models',
    size: 200,
    made: (size) =>
      files(size, (index) => [
        `models/thing-${index}.js`,
        `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('Thing${index}', { title: DataTypes.STRING }, { paranoid: true, tableName: 'things' })\n`,
      ]),
  },
  {
    what: 'migrations of one table',
    size: 200,
    made: (size) => ({
      'models/thing.js': model('{ paranoid: true }'),
      ...files(size, (index) => [
        `migrations/${stamp(index)}-add.js`,
        migration(`await queryInterface.addColumn('things', 'field_${index}', { type: Sequelize.STRING })`),
      ]),
    }),
  },
  {
    what: 'migrations that give tables other names',
    size: 200,
    made: (size) => ({
      'models/thing.js': model(`{ paranoid: true, tableName: 'things_${size - 1}' }`),
      ...files(size, (index) => [
        `migrations/${stamp(index)}-rename.js`,
        migration(
          `await queryInterface.renameTable('${index ? `things_${index - 1}` : 'things'}', 'things_${index}')`,
        ),
      ]),
    }),
  },
  {
    what: 'statements of SQL in a migration',
    size: 300,
    made: (size) => ({
      'models/thing.js': model('{ paranoid: true }'),
      [`migrations/${stamp(0)}-sql.js`]: migration(
        `await queryInterface.sequelize.query(\`\n${times(size, (index) => `ALTER TABLE things ADD COLUMN field_${index} varchar(${index + 1}) DEFAULT 'a; b';`).join('\n')}\n\`)`,
      ),
    }),
  },
  {
    what: 'rows in a migration of SQL',
    size: 2000,
    made: (size) => ({
      'models/thing.js': model('{ paranoid: true }'),
      [`migrations/${stamp(0)}-rows.js`]: migration(
        `await queryInterface.sequelize.query(\`INSERT INTO things (id, title) VALUES\n${times(size, (index) => `(${index}, 'a title of row ${index}')`).join(',\n')};\nALTER TABLE things ADD COLUMN size int;\`)`,
      ),
    }),
  },
]

function write(folder, texts) {
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries({
    'package.json': MANIFEST,
    [`migrations/${MIGRATION}`]: CREATED,
    ...texts,
  })) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
}

/** Ten times the size, and the logarithm that goes with it; half as much again is left to the noise of small times. */
const mostFor = (size) => ((10 * Math.log(10 * size)) / Math.log(size)) * 1.5

/**
 * @param {string} folder for the projects
 * @param {string} ours the command
 * @param {number} rounds of which the cheapest counts
 * @returns {Generator<{ what: string, size: number, small: number, large: number, growth: number, most: number, peak: number }>}
 */
export function* growth(folder, ours, rounds) {
  const command = (name) => ({
    cwd: path.join(folder, name),
    argv: node(ours, 'check', '--allow-empty', '--format', 'json'),
  })
  write(path.join(folder, 'empty'), { 'models/thing.js': model('{}') })
  /** The cheapest of the rounds. */
  const cost = (name) => {
    const runs = Array.from({ length: rounds }, () => costOf(command(name)))
    return runs.reduce((best, run) => (run.seconds < best.seconds ? run : best))
  }
  const empty = cost('empty').seconds
  for (const { what, size, made } of KINDS) {
    write(path.join(folder, 'once'), made(size))
    write(path.join(folder, 'ten'), made(10 * size))
    const [small, large] = ['once', 'ten'].map(cost)
    // Less than a fiftieth of a second is noise.
    const grown = (large.seconds - empty) / Math.max(small.seconds - empty, 0.02)
    yield {
      what,
      size,
      small: small.seconds,
      large: large.seconds,
      growth: grown,
      most: mostFor(size),
      peak: large.peak,
    }
  }
}
