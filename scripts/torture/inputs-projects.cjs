/** Projects of generated files. */

const fc = require('fast-check')
const { HOSTILE, operation, quoted, statement } = require('./inputs-code.cjs')

/** Files of models in one project: a command costs as much as some ten of them. */
const FILES = 80

const HEAD = `const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const fields = { title: DataTypes.STRING }
const make = (name, options) => sequelize.define(name, fields, { paranoid: true, ...options })
`

/** Once in so many times. */
const seldom = (times, arbitrary) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const ending = fc.constantFrom('.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.jsx', '.tsx')
/** `times`: how often the statements are repeated, for large files. */
const written = fc.record({
  bom: fc.boolean(),
  crlf: fc.boolean(),
  cut: seldom(30, fc.nat(400)),
  oneLine: seldom(30, fc.constant(true)),
  times: seldom(200, fc.integer({ min: 2, max: 100 })),
})

const model = fc.record({ ending, written, statements: fc.array(statement, { minLength: 1, maxLength: 5 }) })
const migration = fc.array(operation, { minLength: 1, maxLength: 4 })

const projects = fc.record({
  models: fc.array(model, { minLength: 1, maxLength: FILES, size: 'max' }),
  migrations: fc.oneof(fc.constant([]), fc.array(migration, { maxLength: 3 })),
  /** What the column is called in the tables that are there for sure. */
  column: fc.constantFrom('deleted_at', 'deletedAt', 'other'),
  /** In which of the formats it is reported, and by which of the repairs it is repaired. */
  turn: fc.nat(1000),
  manifest: seldom(4, fc.tuple(quoted, quoted)),
})

/** No larger than the size for which a time is promised. */
const LARGEST = 200_000

function encoded(text, { bom, crlf, cut, oneLine }) {
  const whole = cut === null ? text : text.slice(0, Math.max(text.length - cut, 0))
  const lines = oneLine ? whole.replaceAll('\n', ';') : whole
  return (bom ? '\uFEFF' : '') + (crlf ? lines.replaceAll('\n', '\r\n') : lines)
}

function modelText({ written, statements }) {
  const body = `${statements.join('\n')}\n`
  const times = Math.max(1, Math.min(written.times ?? 1, Math.floor(LARGEST / (body.length + 1))))
  return encoded(HEAD + body.repeat(times), written)
}

const migrationText = (lines) =>
  `module.exports = {\n  up: async (q, S) => {\n    ${lines.join('\n    ')}\n  },\n  down: async () => {},\n}\n`

const NAMES = ['users', 'visits', 'room', 'LineItem', 'user_logs', ...HOSTILE]

/** The tables that the models of these texts may ask for, so that there is something to repair. */
function tables(texts, column) {
  const asked = NAMES.filter((name) => texts.some((text) => text.includes(JSON.stringify(name))))
  const all = new Set(asked.flatMap((name) => [name, `${name}s`]))
  return `for (const t of ${JSON.stringify([...all])}) await q.createTable(t, { id: S.INTEGER, title: S.STRING, createdAt: S.DATE, updatedAt: S.DATE, ${column}: S.DATE })`
}

/** Its files: name -> content. */
function filesFrom({ models, migrations, column, manifest }) {
  const more = manifest ? `, ${manifest[0]}: ${manifest[1]}` : ''
  const files = {
    'package.json': `{ "name": "made", "dependencies": { "sequelize": "^6.37.8", "pg": "^8.0.0" }${more} }\n`,
  }
  const texts = models.map(modelText)
  texts.forEach((text, index) => {
    files[`models/model-${index}${models[index].ending}`] = text
  })
  files['migrations/20240101000000-tables.js'] = migrationText([tables(texts, column)])
  migrations.forEach((operations, index) => {
    files[`migrations/2024010200000${index}-made.js`] = migrationText(operations)
  })
  return files
}

module.exports = { filesFrom, projects }
