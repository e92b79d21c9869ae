/** Generated code: names, values, statements and definitions that real code and hostile code may hold. */

const fc = require('fast-check')

/** Names that are code somewhere, or look like another. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  'a"b',
  "a'b",
  'a`b',
  'a\\b',
  'a\nb',
  'a\rb',
  'a\tb',
  '\u001B[2Ja',
  '\u009B31m',
  '\u0007',
  `$${'{x}'}`,
  `$${'{process.exit(7)}'}`,
  '*/',
  '/*',
  '<script>alert(1)</script>',
  '&lt;',
  '::error::x',
  '##vso[x]',
  '-- x',
  '--help',
  "'; DROP TABLE x; --",
  'a\u2028b',
  '\u202Eabc',
  '\u2066abc',
  '\u200B',
  '\uD800',
  'ä',
  'a\u0308',
  '日本',
  '😀',
  'users',
  'Users',
  'x'.repeat(70),
  'ß'.repeat(40),
  ' ',
  '',
  '.',
  '..',
  '../../up',
  'a/b',
  'CON',
  'a.b',
  '\u0000',
  '$1',
  '$&',
  '__TABLE__',
  '%s',
  '{0}',
]
const usual = fc.constantFrom('users', 'visits', 'room', 'LineItem', 'user_logs')
const name = fc.oneof(
  { weight: 3, arbitrary: usual },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

/** A JavaScript string that may be spoilt. */
const quoted = name.map((text) => JSON.stringify(text))

/** Values that grow, never end, nest deep, throw, or are not what they seem. */
const depth = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1500 }) },
)
const heavy = fc.oneof(
  fc.nat(100_000).map((count) => `'ab'.repeat(${count}).length > 3`),
  depth.map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  depth.map((depth) => `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`),
  depth.map((depth) => `${'('.repeat(depth)}true${')'.repeat(depth)}`),
  depth.map((count) => `true${' && true'.repeat(count)}`),
  depth.map((count) => `${'true ? '.repeat(count)}1${' : 0'.repeat(count)}`),
  fc
    .integer({ min: 1, max: 60 })
    .map((turns) => `(() => { let s = 'x'; for (let i = 0; i < ${turns}; i++) s += s; return s })()`),
  fc
    .integer({ min: 1, max: 60 })
    .map(
      (turns) => `(() => { let s = [1]; for (let i = 0; i < ${turns}; i++) s = [...s, ...s]; return s })()`,
    ),
  fc.constantFrom(
    "'x'.padEnd(1e9)",
    "'x'.repeat(2 ** 28).split('')",
    'Array(1e9).fill(0).length',
    'new Array(4294967295)',
    "Array.from({ length: 1e9 }, () => 'x')",
    '[...Array(1e7).keys()]',
    '(() => { const a = {}; a.a = a; return a })()',
    '(() => { const a = []; a.push(a); return a.flat(Infinity) })()',
    '(() => { const a = []; a.push(a); return JSON.stringify(a) })()',
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match(/^(a+)+$/)",
    "'x'.repeat(50000).replace(/x*x*x*y/g, '')",
    "'a,b'.split(/(?:)/)",
    "'ab'.replace(/./g, (one) => one.repeat(1e8))",
    '({ get paranoid() { throw new Error() } }).paranoid',
    '({ toString: null, valueOf: null }) + ""',
    '({ [Symbol.toPrimitive]() { return {} } }) + 1',
    'new Proxy({}, { get: (t, k) => k, ownKeys: () => { throw 1 } })',
    'Object.create(null)',
    'JSON.parse(\'{"__proto__": {"paranoid": true}}\')',
    'JSON.parse("[".repeat(20000))',
    'BigInt(2) ** BigInt(10000000)',
    '10n ** 10n ** 7n',
    '1 << 31',
    '0.1 + 0.2',
    '-0',
    'NaN',
    'new Date(NaN).toISOString()',
    'Symbol("x")',
    'String.raw`\\u{110000}`',
    'eval("true")',
    'new Function("return true")()',
    'globalThis.process.mainModule',
    'require("fs").readFileSync("/etc/hostname", "utf8")',
    'require("child_process").execSync("id")',
    'require("./model-0")',
    'require(__filename)',
    'import.meta.url',
    'arguments',
    'new.target',
    'await 1',
    'yield',
    'super.x',
    'class { static { this.x = 1 } #p = 1; static #q() {} }',
    '(function* () { while (true) yield 1 })().next().value',
    '[...(function* () { while (true) yield 1 })()]',
    '(() => { try { return true } finally { return false } })()',
    'a?.b?.[c]?.(d)',
    '<T,>(x: T) => x',
    'true as unknown as boolean',
    'DataTypes.DATE!',
  ),
)

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    {
      weight: 12,
      arbitrary: fc.constantFrom(
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
    },
    { weight: 4, arbitrary: quoted },
    heavy,
    tie('value').map((one) => `[${one}, ...[${one}]]`),
    tie('value').map((one) => `{ ...{ paranoid: ${one} } }`),
    tie('value').map((one) => `(() => ${one})()`),
    tie('value').map((one) => `Object.assign({}, { a: ${one} }).a`),
    tie('value').map((one) => `(process.env.NODE_ENV === 'production' ? ${one} : false)`),
    tie('value').map((one) => `structuredClone({ a: ${one} })`),
    tie('value').map((one) => `JSON.parse(JSON.stringify(${one}))`),
    quoted.map((one) => `${one}.replace(/(a+)+$/, 'b')`),
    quoted.map((one) => `${one}.split('').reverse().join('')`),
    fc.tuple(quoted, tie('value')).map(([key, one]) => `({ [${key}]: ${one} })[${key}]`),
    fc.tuple(quoted, tie('value')).map(([key, one]) => `({ ${key}: ${one} })`),
  ),
}))

const option = fc.oneof(
  { weight: 5, arbitrary: fc.constant('paranoid: true') },
  { weight: 3, arbitrary: quoted.map((one) => `tableName: ${one}`) },
  fc.constantFrom('timestamps: false', 'underscored: true', 'freezeTableName: true', 'timestamps: true'),
  quoted.map((one) => `deletedAt: ${one}`),
  quoted.map((one) => `schema: ${one}`),
  value.map((one) => `paranoid: ${one}`),
  value.map((one) => `...${one}`),
  fc.tuple(quoted, value).map(([key, one]) => `${key}: ${one}`),
)
const options = fc.array(option, { maxLength: 4 }).map((all) => `{ ${all.join(', ')} }`)

const attributes = fc.oneof(
  fc.constantFrom(
    '{}',
    '{ title: DataTypes.STRING }',
    '{ deletedAt: { type: DataTypes.DATE, field: "deleted_at" } }',
    '{ id: { type: DataTypes.INTEGER, primaryKey: true } }',
    'fields',
    '{ ...fields, deleted_at: DataTypes.DATE }',
  ),
  fc.tuple(quoted, quoted).map(([key, field]) => `{ ${key}: { type: DataTypes.DATE, field: ${field} } }`),
)

const given = fc.tuple(quoted, attributes, options)
const definition = fc.oneof(
  { weight: 3, arbitrary: given.map((all) => `sequelize.define(${all.join(', ')})`) },
  given.map(
    ([own, fields, more]) =>
      `{ class Own extends Model {}; Own.init(${fields}, { sequelize, modelName: ${own}, ...${more} }) }`,
  ),
  fc
    .tuple(
      fc.constantFrom('constructor', '__proto__', 'toString', 'Ümlaut', 'let_', '$'),
      attributes,
      options,
    )
    .map(
      ([own, fields, more]) =>
        `{ class ${own} extends Model {}; ${own}.init(${fields}, { sequelize, ...${more} }) }`,
    ),
  fc.tuple(quoted, options).map(([own, more]) => `make(${own}, ${more})`),
  fc
    .tuple(quoted, options)
    .map(([own, more]) => `for (const one of [${own}, 'other']) sequelize.define(one, {}, ${more})`),
  fc
    .tuple(quoted, options)
    .map(
      ([own, more]) =>
        `if (process.env.SOFT) sequelize.define(${own}, {}, ${more}); else sequelize.define(${own}, {}, {})`,
    ),
)

/** What no parser takes, or only some. */
const broken = fc.oneof(
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
  fc
    .array(
      fc.constantFrom(
        ...'{ } ( ) [ ] , ; : => ... ? ?. = + - / ` \' " class let async await import # @ < > ${ \\'.split(
          ' ',
        ),
      ),
      {
        maxLength: 12,
      },
    )
    .map((all) => all.join(' ')),
)

const statement = fc.oneof(
  { weight: 40, arbitrary: definition },
  { weight: 3, arbitrary: value.map((one) => `{ const made = ${one} }`) },
  fc.nat(20_000).map((turns) => `for (let turn = 0; turn < ${turns}; turn++) {}`),
  fc.constantFrom(
    'while (unknown()) { break }',
    'for (;;) { if (unknown()) continue }',
    'do {} while (true)',
    'label: for (const x in fields) { continue label }',
    'try { throw new Error("no") } catch {}',
    'throw null',
    'process.exit(3)',
    'fields.more = DataTypes.DATE',
    'recur(); function recur() { recur() }',
    'Object.prototype.paranoid = true',
    'Array.prototype.map = null',
    'Object.defineProperty(Object.prototype, "deletedAt", { value: "x" })',
    'DataTypes.DATE = null',
    'sequelize.define = null',
    'Model.init = () => {}',
    'Object.freeze(fields)',
    'delete fields.title',
    'module.exports = new Proxy({}, {})',
    'module.exports.__proto__ = module.exports',
    'require = null',
    'switch (unknown) { case 1: default: }',
    'const { a: { b: [c = 1] = [] } = {}, ...rest } = fields',
    'debugger',
    'with (fields) { title }',
    'enum E { A = "x" }',
    'namespace N { export const x = 1 }',
    'declare module "x" {}',
  ),
  fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((text) => `// ${text.replace(/[\r\n\u2028\u2029]/g, ' ')}`),
  broken,
)

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
  fc.tuple(quoted, value).map(([table, one]) => `await q.addColumn(${table}, 'x', ${one})`),
  name.map(
    (table) =>
      `await q.sequelize.query(${JSON.stringify(`CREATE TABLE ${table} (id int, "deletedAt" timestamptz)`)})`,
  ),
  fc.string({ maxLength: 40 }).map((sql) => `await q.sequelize.query(${JSON.stringify(sql)})`),
)

module.exports = { HOSTILE, operation, quoted, statement }
