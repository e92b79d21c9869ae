/** Expressions -> values: what is known, what is one of several, what is not known and why. */

import path from 'node:path'
import { createMachine, type Reader, snapshot } from '../../src/ast'
import type { Value } from '../../src/types'

const root = path.resolve('/project')

/** A project in memory: file -> text. */
function readerOf(files: Record<string, string>): Reader {
  const texts = new Map(Object.entries(files).map(([file, text]) => [path.join(root, file), text]))
  const isFile = (file: string) => texts.has(file)
  return {
    read: (file) => texts.get(file),
    list: (dir) => {
      const names = [...texts.keys()]
        .filter((file) => path.dirname(file) === dir)
        .map((file) => path.basename(file))
      return names.length ? names : undefined
    },
    isFile,
    resolve: (specifier, from) => {
      if (!specifier.startsWith('.')) return { package: specifier }
      const base = path.resolve(path.dirname(from), specifier)
      return [base, `${base}.js`, `${base}.mjs`, `${base}.ts`, path.join(base, 'index.js')].find(isFile)
    },
  }
}

/** A value in short: plain where it is known, else what is said of it. */
function short(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value
  switch (value.kind) {
    case 'list':
      return [...value.items.map(short), ...(value.open ? ['…'] : [])]
    case 'object':
      return {
        ...Object.fromEntries([...value.entries].map(([key, entry]) => [key, short(entry.value)])),
        ...(value.open && { '…': value.open.why }),
      }
    case 'choice':
      return { oneOf: value.of.map((one) => short(one.value)) }
    case 'unknown':
      return `unknown: ${value.why}`
    default:
      return `ref: ${[value.module, ...value.path].filter(Boolean).join('.')}`
  }
}

function exported(files: Record<string, string>, file = 'main.mjs'): unknown {
  const machine = createMachine(readerOf(files), {}, root)
  const whole = {
    kind: 'ref',
    module: file,
    file: path.join(root, file),
    esm: true,
    path: ['default'],
    text: file,
  } as const
  return short(snapshot({ ...whole, path: [...whole.path] }, machine))
}

/** The value of an expression, with statements before it. */
const read = (expression: string, before = '') =>
  exported({ 'main.mjs': `${before}\nexport default ${expression}` })

describe('what is known', () => {
  test.each<[string, unknown, string?]>([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read.
    ['`a${1 + 1}b`', 'a2b'],
    ["'APIKey'.toLowerCase().replace(/k/g, '_k')", 'api_key'],
    ['{ a: 1, ...{ a: 2, b: 3 } }', { a: 2, b: 3 }],
    ['{ ...{ a: 2 }, a: 1 }', { a: 1 }],
    ["{ ['par' + 'anoid']: true }", { paranoid: true }],
    ['Object.assign({}, { a: 1 }, { a: 2 })', { a: 2 }],
    ['[1, 2, 3].map((n) => n * 2).filter((n) => n > 2)', [4, 6]],
    ['Object.fromEntries(Object.entries({ a: 1 }).map(([key, n]) => [key + key, n]))', { aa: 1 }],
    [
      'f({ soft: true })',
      { paranoid: true, timestamps: true },
      'function f({ soft, timestamps = true }) { return { paranoid: soft, timestamps } }',
    ],
    ['(() => { const o = {}; o.paranoid = true; return o })()', { paranoid: true }],
    ['(() => { let n = 0; for (let i = 0; i < 3; i++) n += i; return n })()', 3],
    ['(() => { const all = []; for (const x of ["a", "b"]) all.push(x); return all })()', ['a', 'b']],
    [
      'f(2)',
      'two',
      "function f(n) { switch (n) { case 1: return 'one'; case 2: return 'two'; default: return 'many' } }",
    ],
    ['o', { a: 1 }, 'const o = { a: 1, b: 2 }; delete o.b'],
    ['o.a', 2, 'let o = { a: 1 }; const p = o; p.a = 2'],
    ['C.options', { paranoid: true }, 'class B { static options = { paranoid: true } } class C extends B {}'],
    ['new C(3).twice', 6, 'class C { constructor(n) { this.n = n } get twice() { return this.n * 2 } }'],
    ['C.make()', 'C', 'class B { static make() { return this.name } } class C extends B {}'],
    [
      'C.make()',
      'BC',
      "class B { static make() { return 'B' } } class C extends B { static make() { return super.make() + 'C' } }",
    ],
    ['typeof f === "function" && !undefined', true, 'function f() {}'],
    ['a?.b?.c ?? 5', 5, 'const a = {}'],
    ['((...rest) => rest.length)(1, 2, 3)', 3],
    ['await Promise.all([1, Promise.resolve(2)])', [1, 2]],
    ['[...new Set([1, 1, 2])]', [1, 2]],
    ['Object.keys(new Set([1]))', []],
    ["[10 < 9, '10' < '9', '10' < 9, 1 <= undefined]", [false, true, false, false]],
    ["[1 + null, 'a' + null, true + 1, -'2']", [1, 'anull', 2, -2]],
  ])('%s', (expression, expected, before = '') => {
    expect(read(expression, before)).toEqual(expected)
  })
})

describe('what is one of several', () => {
  test.each<[string, unknown, string?]>([
    ['x', { oneOf: [1, 2] }, 'let x = 2; if (process.env.A) x = 1'],
    ['x', 1, 'let x = 2; if (process.env.A) x = 1; else x = 1'],
    [
      'config[process.env.NODE_ENV].underscored',
      true,
      'const config = { a: { underscored: true }, b: { underscored: true } }',
    ],
    [
      'config[process.env.NODE_ENV].underscored',
      { oneOf: [true, false] },
      'const config = { a: { underscored: true }, b: { underscored: false } }',
    ],
    ['{ ...(process.env.A ? { paranoid: true } : {}) }', { paranoid: { oneOf: [true, undefined] } }],
    ['f()', { oneOf: [1, 2] }, 'function f() { if (process.env.A) return 1; return 2 }'],
    ['f()', 2, 'function f() { if (process.env.A) throw 1; return 2 }'],
    ['o', { a: { oneOf: [1, undefined] } }, 'const o = {}; if (process.env.A) o.a = 1'],
  ])('%s', (expression, expected, before = '') => {
    expect(read(expression, before)).toEqual(expected)
  })
})

describe('what is not known, and why', () => {
  test.each<[string, unknown, string?]>([
    ['process.env.A', 'unknown: it comes from the environment'],
    ["process.env.A || 'x'", 'unknown: it comes from the environment, or else it is "x"'],
    ['missing', 'unknown: missing is not defined in this file'],
    ["[1].hasOwnProperty('a')", 'unknown: what hasOwnProperty is here is not read'],
    ["'='.repeat(-1)", 'unknown: it fails (Invalid count value: -1)'],
    ["new URL('')", 'unknown: it fails (Invalid URL)'],
    ["require('path').valueOf()", 'ref: path.valueOf'],
    ["require.resolve('pg')", 'unknown: where pg lies is not known'],
    ['__proto__', 'unknown: __proto__ is not defined in this file'],
    [
      '{ paranoid: true, ...extra }',
      {
        paranoid: 'unknown: paranoid may be overridden there: extra is not defined in this file',
        '…': 'extra is not defined in this file',
      },
    ],
    ['{ ...extra, paranoid: true }', { paranoid: true, '…': 'extra is not defined in this file' }],
    ['{ [missing]: 1 }', { '…': 'the key is computed' }],
    ['f(1)', 'unknown: it calls itself', 'function f(n) { return f(n + 1) }'],
    ['x', 'unknown: ./nowhere is not found', "import x from './nowhere'"],
    ['DataTypes.STRING(5)', 'ref: sequelize.DataTypes.STRING', "import { DataTypes } from 'sequelize'"],
    [
      'new Store().items',
      'unknown: the method load sets items at run time',
      'class Store { constructor() { this.items = {} } load(x) { this.items = x } }',
    ],
  ])('%s', (expression, expected, before = '') => {
    expect(read(expression, before)).toEqual(expected)
  })

  test('work has a bound: what follows is not taken for absent', () => {
    const value = read(
      'o',
      'const o = {}; for (let i = 0; i < 2900; i++) { for (let j = 0; j < 2900; j++) { o.a = i } }',
    )
    expect(JSON.stringify(value)).toContain('takes too long')
  })
})

describe('across files', () => {
  test.each<[string, Record<string, string>, unknown]>([
    [
      'a named export through two barrels',
      {
        'main.mjs': "import { soft } from './a'\nexport default soft",
        'a.mjs': "export * from './b'",
        'b.mjs': "export { soft } from './c'",
        'c.mjs': 'export const soft = { paranoid: true }',
      },
      { paranoid: true },
    ],
    [
      'module.exports, imported as default',
      { 'main.mjs': "import o from './o'\nexport default o", 'o.js': 'module.exports = { a: 1 }' },
      { a: 1 },
    ],
    [
      'exports.x and a later change',
      {
        'main.mjs': "import { o } from './o'\nexport default o",
        'o.js': 'exports.o = { a: 1 }; exports.o.b = 2',
      },
      { a: 1, b: 2 },
    ],
    [
      'compiled by TypeScript',
      {
        'main.mjs': "import { soft } from './i'\nexport default soft",
        'i.js': 'const tslib = require("tslib"); tslib.__exportStar(require("./o"), exports)',
        'o.js':
          'Object.defineProperty(exports, "__esModule", { value: true }); var p_1 = require("./p"); Object.defineProperty(exports, "soft", { enumerable: true, get: function () { return p_1.soft } })',
        'p.js': 'exports.soft = true',
      },
      true,
    ],
    [
      'a folder that is listed',
      {
        'main.mjs':
          "import fs from 'fs'; import path from 'path'; import { createRequire } from 'module'\nexport default fs.readdirSync(import.meta.dirname + '/m').filter((f) => f.endsWith('.js')).map((f) => path.parse ? f : f)",
        'm/a.js': '',
        'm/b.js': '',
        'm/c.txt': '',
      },
      ['a.js', 'b.js'],
    ],
    [
      'JSON',
      {
        'main.mjs': "import c from './c.json'\nexport default c.test.define",
        'c.json': '{ "test": { "define": { "underscored": true } } }',
      },
      { underscored: true },
    ],
    [
      'a circle of re-exports',
      {
        'main.mjs': "import { a } from './a'\nexport default a",
        'a.mjs': "export * from './b'",
        'b.mjs': "export * from './a'\nexport const a = 1",
      },
      1,
    ],
  ])('%s', (_name, files, expected) => {
    expect(exported(files)).toEqual(expected)
  })
})
