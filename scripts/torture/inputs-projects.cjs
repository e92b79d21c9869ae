/** Projects of generated files: names, values, statements and definitions that real code and hostile code may hold. */

const fc = require('fast-check')

/** Names that are code somewhere, or look like another. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'a"b',
  "a'b",
  'a`b',
  'a\\b',
  'a\nb',
  `$${'{x}'}`,
  '*/',
  '-- x',
  "'; DROP TABLE x; --",
  'a\u2028b',
  '\u202Eabc',
  '\uD800',
  'ä',
  '日本',
  'users',
  'Users',
  'x'.repeat(70),
  ' ',
  '.',
  'a.b',
  '\u0000',
  '$1',
  '__TABLE__',
  '%s',
]
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('users', 'visits', 'room', 'LineItem', 'user_logs') },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)

/** A JavaScript string that may be spoilt. */
const quoted = name.map((text) => JSON.stringify(text))

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'true',
      'false',
      'null',
      'undefined',
      '0',
      '1',
      '"x"',
      'process.env.SOFT',
      'Date.now()',
      'this',
      'unknown',
      'unknown.deep.er',
    ),
    quoted,
    tie('value').map((one) => `[${one}, ...[${one}]]`),
    tie('value').map((one) => `{ ...{ paranoid: ${one} } }`),
    tie('value').map((one) => `(() => ${one})()`),
    tie('value').map((one) => `Object.assign({}, { a: ${one} }).a`),
    tie('value').map((one) => `(process.env.NODE_ENV === 'production' ? ${one} : false)`),
    quoted.map((one) => `${one}.replace(/(a+)+$/, 'b')`),
    quoted.map((one) => `${one}.split('').reverse().join('')`),
    fc.nat(100_000).map((count) => `'ab'.repeat(${count}).length > 3`),
    fc.tuple(quoted, tie('value')).map(([key, one]) => `({ [${key}]: ${one} })[${key}]`),
  ),
}))

const option = fc.oneof(
  { weight: 4, arbitrary: fc.constant('paranoid: true') },
  { weight: 2, arbitrary: quoted.map((one) => `tableName: ${one}`) },
  fc.constant('timestamps: false'),
  fc.constant('underscored: true'),
  fc.constant('freezeTableName: true'),
  quoted.map((one) => `deletedAt: ${one}`),
  quoted.map((one) => `schema: ${one}`),
  value.map((one) => `paranoid: ${one}`),
  value.map((one) => `...${one}`),
  fc.tuple(quoted, value).map(([key, one]) => `${key}: ${one}`),
)
const options = fc.array(option, { maxLength: 4 }).map((all) => `{ ${all.join(', ')} }`)

const attributes = fc.constantFrom(
  '{}',
  '{ title: DataTypes.STRING }',
  '{ deletedAt: { type: DataTypes.DATE, field: "deleted_at" } }',
  '{ id: { type: DataTypes.INTEGER, primaryKey: true } }',
  'fields',
  '{ ...fields, deleted_at: DataTypes.DATE }',
)

const definition = fc.oneof(
  fc.tuple(quoted, attributes, options).map((all) => `sequelize.define(${all.join(', ')})`),
  fc
    .tuple(quoted, attributes, options)
    .map(
      ([own, fields, given]) =>
        `class Own extends Model {}; Own.init(${fields}, { sequelize, modelName: ${own}, ...${given} })`,
    ),
  fc.tuple(quoted, options).map(([own, given]) => `make(${own}, ${given})`),
  fc
    .tuple(quoted, options)
    .map(([own, given]) => `for (const one of [${own}, 'other']) sequelize.define(one, {}, ${given})`),
  fc
    .tuple(quoted, options)
    .map(
      ([own, given]) =>
        `if (process.env.SOFT) sequelize.define(${own}, {}, ${given}); else sequelize.define(${own}, {}, {})`,
    ),
)

const statement = fc.oneof(
  { weight: 6, arbitrary: definition },
  value.map((one) => `const made = ${one}`),
  fc.nat(20_000).map((turns) => `for (let turn = 0; turn < ${turns}; turn++) {}`),
  fc.constant('while (unknown()) { break }'),
  fc.constant('try { throw new Error("no") } catch {}'),
  fc.constant('fields.more = DataTypes.DATE'),
  fc.constant('recur(); function recur() { recur() }'),
  fc.string({ maxLength: 20 }).map((text) => `// ${text.replace(/[\r\n\u2028\u2029]/g, ' ')}`),
  fc.constantFrom(
    '}',
    '{',
    'a: b: c',
    '`',
    'class {',
    '/*',
    'import x from "y"',
    'export default {}',
    '@dec',
    '<p/>',
  ),
)

const HEAD = `const { DataTypes, Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const fields = { title: DataTypes.STRING }
const make = (name, options) => sequelize.define(name, fields, { paranoid: true, ...options })
`

const ending = fc.constantFrom('.js', '.cjs', '.mjs', '.ts', '.cts', '.mts')
const written = fc.record({ bom: fc.boolean(), crlf: fc.boolean(), cut: fc.option(fc.nat(400), { freq: 8 }) })

const model = fc.record({ ending, written, statements: fc.array(statement, { minLength: 1, maxLength: 5 }) })

const column = fc.tuple(
  quoted,
  fc.constantFrom('S.DATE', 'S.INTEGER', '{ type: S.DATE, allowNull: true }', 'unknown'),
)
const operation = fc.oneof(
  fc
    .tuple(quoted, fc.array(column, { maxLength: 3 }))
    .map(
      ([table, columns]) =>
        `await q.createTable(${table}, { id: S.INTEGER, ${columns.map(([key, type]) => `${key}: ${type}`).join(', ')} })`,
    ),
  fc.tuple(quoted, quoted).map(([table, key]) => `await q.addColumn(${table}, ${key}, S.DATE)`),
  fc.tuple(quoted, quoted).map(([table, key]) => `await q.removeColumn(${table}, ${key})`),
  fc.tuple(quoted, quoted).map(([table, to]) => `await q.renameTable(${table}, ${to})`),
  name.map(
    (table) =>
      `await q.sequelize.query(${JSON.stringify(`CREATE TABLE ${table} (id int, "deletedAt" timestamptz)`)})`,
  ),
  fc.string({ maxLength: 40 }).map((sql) => `await q.sequelize.query(${JSON.stringify(sql)})`),
)
const migration = fc.array(operation, { minLength: 1, maxLength: 4 })

const projects = fc.record({
  models: fc.array(model, { minLength: 1, maxLength: 3 }),
  migrations: fc.array(migration, { maxLength: 2 }),
})

function encoded(text, { bom, crlf, cut }) {
  const whole = cut === null ? text : text.slice(0, Math.max(text.length - cut, 0))
  return (bom ? '\uFEFF' : '') + (crlf ? whole.replaceAll('\n', '\r\n') : whole)
}

/** Its files: name -> content. */
function filesFrom({ models, migrations }) {
  const files = {
    'package.json': '{ "name": "made", "dependencies": { "sequelize": "^6.37.8", "pg": "^8.0.0" } }\n',
  }
  models.forEach(({ ending, written, statements }, index) => {
    files[`models/model-${index}${ending}`] = encoded(`${HEAD}${statements.join('\n')}\n`, written)
  })
  migrations.forEach((operations, index) => {
    files[`migrations/2024010100000${index}-made.js`] =
      `module.exports = {\n  up: async (q, S) => {\n    ${operations.join('\n    ')}\n  },\n  down: async () => {},\n}\n`
  })
  return files
}

module.exports = { filesFrom, projects }
