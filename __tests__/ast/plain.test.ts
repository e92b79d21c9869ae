/** Plain files are read into the same tree that Babel makes of them, or not at all. */

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createMachine } from '../../src/ast'
import { readPlain } from '../../src/ast/plain'
import { parseSource } from '../../src/ast/source'
import { createReader } from '../../src/io/reading'
import { type, withEnv } from '../helpers/command'
import { casesIn, fixtures } from '../helpers/model-cases'
import { tempProject } from '../helpers/temp-project'

const root = path.join(__dirname, '../..')

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

/** What nobody reads. */
const passedOver = new Set([
  'loc',
  'extra',
  'sourceType',
  'interpreter',
  'attributes',
  'phase',
  'predicate',
  'optional',
  'isLazy',
])

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Where two trees differ first. */
function differing(one: unknown, other: unknown, at = ''): string | undefined {
  if (one === other || (isNothing(one) && isNothing(other))) return undefined
  if (!isFields(one) || !isFields(other)) return `${at}: ${String(one)}, and by Babel ${String(other)}`
  for (const field of Object.keys({ ...one, ...other })) {
    if (passedOver.has(field) || (/^(im|ex)portKind$/.test(field) && isNothing(one[field] && other[field])))
      continue
    const found = differing(one[field], other[field], `${at}.${field}`)
    if (found) return found
  }
  return undefined
}

const byBabel = (text: string, file: string) => parseSource(text, file).program

/** A slip in a function is found by others: nobody has asked for the function. */
function isParsed(text: string, file: string): boolean {
  try {
    byBabel(text, file)
    return true
  } catch {
    return false
  }
}

/** undefined: it is not plain; '': as Babel has it. */
function compared(text: string, file: string): string | undefined {
  if (!isParsed(text, file)) return undefined
  const read = readPlain(text, file, () => byBabel(text, file))
  return read && (differing(read.program, byBabel(text, file)) ?? '')
}

test.each([
  ['our fixtures', '__testfixtures__', 800],
  ['Sequelize', 'node_modules/sequelize/lib', 80],
  ['Sequelize 4', 'node_modules/sequelize-v4/lib', 40],
  ['lodash', 'node_modules/lodash', 900],
  ['a driver', 'node_modules/mysql2/lib', 50],
])('%s', (_whose, folder, least) => {
  const read = filesIn(folder).flatMap((file) => {
    const found = compared(readFileSync(file, 'utf8'), file)
    return found === undefined ? [] : [{ file, found }]
  })
  expect(read.filter(({ found }) => found)).toEqual([])
  expect(read.length).toBeGreaterThan(least)
})

test.each([
  'a = b\nc()',
  'return a\nb',
  'const f = (a, { b, c: [d] = [], ...e }, ...g) => ({ a, b })',
  'const f = async (a) => { await a }',
  'const f = async a => a\nasync(a, b)',
  'x = a / b / c, y = /[/"}]/g.test(a), z = [a][0] / 2',
  'function a() { return /}/.test(b) }',
  'function a() { return "}" + `}` + `$' + '{b}}` /* } */ // }\n}',
  'class A { static b = 1; get c() { return 1 } set c(d) {} static async e() {} "f" = 2\n g\n}',
  'class A extends b(C) { constructor() { super() } }',
  'const { a, "b": c = 1, [d]: e } = f',
  'x = { get: 1, set, async, get a() { return 1 }, async b() {}, [c]: 1, "d"() {}, 1: 2, ...e }',
  'a ? b : c ? d : e',
  'a ?? (b || c)',
  'a && b || c && d',
  'a < b === c >= d',
  '(a, b).c = -d++ + !typeof e',
  'new (a())(b).c',
  'new A.B().c()',
  'if (a) b; else if (c) { d } else e',
  "'use strict'\n'use other'; a()",
  '"not a directive".length',
  '"not a directive"\n+ a',
  '"a directive"\na\n"not one"\n{ "nor this" }',
  'async\nfunction a() {}',
  'async f => f',
  '#!/usr/bin/env node\na()',
  '\uFEFFa()',
  'a()\r\nb(`x\r\ny`)',
  "a = 'it\\'s\\n'",
  'import a, { b as c, default as d } from "e"\nimport * as f from "g"\nimport "h"\nexport { c as i }\nexport default f',
  'export default class {}\nexport const a = 1, b = 2\nexport function c() {}',
  'export default async function () {}',
])('%s', (text) => expect(compared(text, 'a.js')).toBe(''))

test('many comments in a literal cost no more than their letters', () => {
  const attributes = Array.from({ length: 400 }, (_, index) => `a${index}: 1, // of b, c: d, and e.f, too`)
  expect(compared(`x = {\n${attributes.join('\n')}\n last: now() }`, 'a.js')).toBe('')
})

test.each([
  ['a fault', 'a = = b'],
  ['a name declared twice', 'const a = 1\nclass a {}'],
  ['a word that is no name', 'const enum = 1'],
  ['a block that is open', 'function a() { "}" '],
  ['a pattern behind a condition', 'function a() { if (b) /}/.test(c) }'],
  ['JSX', 'a = <b>{"</b>"}</b>'],
  ['types of Flow', 'const a = (b: string) => b'],
  ['a function without a name', 'function () {}'],
  ['a declaration where a statement is to stand', 'if (a) const { b } = c'],
  ['a generator', 'function* a() {}'],
  ['a label', 'a: b()'],
])('not plain: %s', (_what, text) =>
  expect(readPlain(text, 'a.js', () => byBabel(text, 'a.js'))).toBeUndefined(),
)

test.each([
  [
    'a function that nobody calls',
    'class User extends Model { static later() { a = = b } }\nUser.init({}, { sequelize, paranoid: true })',
  ],
  [
    'the function that is called',
    "module.exports = (sequelize) => { a = = b\nsequelize.define('User', {}, { paranoid: true }) }",
  ],
  [
    'a literal that nobody asks for',
    "sequelize.define('User', { name: { type: DataTypes.STRING, comment: [1, ], allowNull: , some: 1 } }, { paranoid: true })",
  ],
])('a slip in %s is told, with its place', async (_where, text) => {
  const root = tempProject({ 'models/user.js': text, 'migrations/1-a.js': '', 'package.json': '{}' })
  const { code, out } = await type(root, 'check models')
  expect(code).toBe(2)
  expect(out).toContain('The file does not parse: Unexpected token')
})

/** One of each wing. */
const some = [...new Map(casesIn(fixtures).map((one) => [one.name.split('/')[0], one])).values()]

test.each(some)('Babel alone tells the same of $name', async ({ folder }) => {
  const project = path.join(folder, 'project')
  const told = async () => [
    await type(project, 'check . --strict'),
    await type(project, 'check . --strict --format json'),
  ]
  expect(await withEnv({ DELETEDAT_PARSER: 'babel' }, told)).toEqual(await told())
})

test('DELETEDAT_PARSER=babel turns the fast parser off', async () => {
  expect(createReader().parser).toBeUndefined()
  await withEnv({ DELETEDAT_PARSER: 'babel' }, async () => expect(createReader().parser).toBe('babel'))
  const [text, file] = ['module.exports = () => {}', path.join(root, 'a.js')]
  const passed = (parser?: 'babel') => {
    const reader = { ...createReader(new Map([[file, text]])), parser }
    const machine = createMachine(reader, {}, root)
    machine.module(file)
    return machine.passedOver.size
  }
  expect([passed(), passed('babel')]).toEqual([1, 0])
})
