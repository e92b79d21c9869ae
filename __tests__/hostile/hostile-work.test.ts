/** What a file asks the reading to do has bounds; what goes beyond is not known, and the rest of the file is judged. */

import { bounded } from '../../src/ast/regex'
import { waysOf } from '../../src/ast/regex/ways'
import { judged, missing, model, unreadable } from '../helpers/hostile'

const MANY_A = `'${'a'.repeat(60)}!'`

test.each([
  ['a pattern that goes back and forth', `${MANY_A}.replace(/(a+)+$/, '')`],
  ['the same in match', `${MANY_A}.match(/(a+)+$/)`],
  ['in match, as a text', `${MANY_A}.match('(a+)+$')`],
  ['in search', `${MANY_A}.search(/(a|a)*$/)`],
  ['in split', `${MANY_A}.split(/(a*)*b/)`],
  ['in replaceAll', `${MANY_A}.replaceAll(/(a|aa)+$/g, '')`],
  ['a look around that goes back and forth', `${MANY_A}.replace(/(?=(a+)+$)/, '')`],
  ['many that may be left out', `'${'a'.repeat(40)}'.replace(/${'a?'.repeat(40)}${'a'.repeat(40)}$/, '')`],
  ['a reference back', `${MANY_A}.replace(/(a*)*\\1b/, '')`],
  ['a text repeated', `'a'.repeat(2 ** 29)`],
  ['a text repeated again and again', `'a'.repeat(1e6).repeat(1e6)`],
  ['padding', `'a'.padStart(2 ** 29) + 'b'.padEnd(2 ** 29)`],
  ['each letter by many', `'a'.repeat(1e5).replace(/a/g, 'b'.repeat(1e5))`],
  ['each letter by all', `'a'.repeat(1e5).replace(/a/g, '$&$\`$\\'')`],
  ['each letter by what a function gives', `'a'.repeat(1e5).replace(/a/g, () => 'b'.repeat(1e5))`],
  ['letters', `'a'.repeat(4e6).split('')`],
  ['an array of many', `Array(1e9).fill(0).map(() => ({}))`],
  ['a list of lists', `Array(40000).fill(Array(40000).fill(0)).flat()`],
  ['a list joined', `Array(40000).fill('a'.repeat(40000)).join('b')`],
])('%s', async (_what, expression) => {
  const { code, findings } = await judged({
    'models/a.js': `const x = ${expression}\n${model('Behind')}`,
    'models/good.js': model('Good'),
  })
  expect(findings).toEqual([missing('Behind'), missing('Good')])
  expect(code).toBe(1)
})

test.each([
  ['a doubling text', `let x = 'ab'; for (let i = 0; i < 100; i++) x = x + x`],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code of the project.
  ['a doubling template', 'let x = "ab"; for (let i = 0; i < 100; i++) x = `${x}${x}`'],
  ['a doubling text that is not known', 'let x = process.env.X + "ab"; for (let i = 0; i < 100; i++) x += x'],
  ['a doubling list', 'let x = [1, 2]; for (let i = 0; i < 100; i++) x = x.concat(x)'],
  ['a list spread into itself', 'let x = [1, 2]; for (let i = 0; i < 100; i++) x = [...x, ...x]'],
  ['a list pushed to itself', 'const x = [1, 2]; for (let i = 0; i < 100; i++) x.push(...x)'],
  [
    'an object of itself, copied',
    `let x = {}; for (let i = 0; i < 60; i++) x = { a: x, b: x }; const y = require('lodash').cloneDeep(x)`,
  ],
  [
    'an object of itself, merged',
    `let x = {}; for (let i = 0; i < 60; i++) x = { a: x, b: x }; const y = require('lodash').merge({}, x, x)`,
  ],
  [
    'an object of itself, cloned',
    `let x = {}; for (let i = 0; i < 60; i++) x = { a: x, b: x }; const y = structuredClone(x)`,
  ],
  [
    'an object of itself, written as JSON',
    'let x = {}; for (let i = 0; i < 60; i++) x = { a: x, b: x }; const y = JSON.stringify(x)',
  ],
  [
    'a list of itself, written as JSON',
    'let x = [1]; for (let i = 0; i < 60; i++) x = [x, x]; const y = JSON.stringify(x)',
  ],
  ['an object in a circle, written as JSON', 'const x = {}; x.x = x; const y = JSON.stringify(x)'],
  ['JSON of JSON of JSON', `let x = '"'; for (let i = 0; i < 40; i++) x = JSON.stringify(x)`],
  [
    'a part of an address, escaped again and again',
    `let x = 'ä'.repeat(4e6); for (let i = 0; i < 40; i++) x = encodeURIComponent(x)`,
  ],
  ['an object in a circle, copied', `const x = {}; x.x = x; const y = require('lodash').cloneDeep(x)`],
  ['an object in a circle, merged', `const x = {}; x.x = x; const y = require('lodash').merge({}, x, x, x)`],
  [
    'defaults in a circle',
    `const x = {}; x.x = x; const y = require('lodash').defaultsDeep({ x: { x: {} } }, x)`,
  ],
  ['a loop without end', 'let x = 0; while (true) x++'],
  ['a long loop', 'let x = 0; for (let i = 0; i < 5000; i++) { x += i }'],
  ['a long list', `let x = ''; for (const one of '${'a'.repeat(5000)}') x += one`],
  ['a loop whose end is not known', 'let x = 0; while (true) { x++; if (process.env.STOP) break }'],
])('%s', async (_what, text) => {
  const { code, findings } = await judged({
    'models/a.js': `${text}\n${model('Behind')}`,
    'models/good.js': model('Good'),
  })
  expect(findings).toEqual([missing('Behind'), missing('Good')])
  expect(code).toBe(1)
})

test.each([
  ['a loop in the factory', 'let n = 0; for (let i = 0; i < 5000; i++) n += i'],
  ['a list in the factory', 'let n = []; for (let i = 0; i < 9000; i++) n.push(i)'],
])('%s', async (_what, text) => {
  const { findings } = await judged({
    'models/a.js': `module.exports = (sequelize, DataTypes) => {
  ${text}
  return sequelize.define('Behind', { x: DataTypes.STRING }, { tableName: 't', paranoid: true })
}\n`,
  })
  expect(findings).toEqual([missing('Behind')])
})

test.each([
  ['a name', 'let table = "a"; for (let i = 0; i < 5000; i++) table = "t" + i', 'table'],
  ['a member', 'const o = {}; for (let i = 0; i < 5000; i++) o.table = "t" + i', 'o.table'],
  ['an item', 'const o = []; for (let i = 0; i < 5000; i++) o.push("t" + i)', 'o[4000]'],
  ['a text that grows', 'let table = "ab"; for (let i = 0; i < 40; i++) table += table', 'table'],
  ['JSON of JSON', `let table = '"'; for (let i = 0; i < 40; i++) table = JSON.stringify(table)`, 'table'],
])('what a long loop writes is not known: %s', async (_what, text, table) => {
  const { models } = await judged({
    'models/a.js': `${text}
module.exports = (s, D) => s.define('A', { x: D.STRING }, { tableName: ${table}, paranoid: true })\n`,
  })
  expect(models).toEqual([
    expect.objectContaining({
      name: 'A',
      status: 'undecided',
      reason: expect.stringMatching(/longer than it is followed|grows too long/),
    }),
  ])
})

test('models that a long loop makes are one that is not known', async () => {
  const { findings, models } = await judged({
    'models/a.js': `module.exports = (s, D) => {
  for (let i = 0; i < 4000; i++) if (i > 3500) s.define('M' + i, { x: D.STRING }, { tableName: 't', paranoid: true })
}\n`,
    'models/good.js': model('Good'),
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(models).toHaveLength(2)
})

test.each([
  ['work without end', 'const f = (n) => n < 2 ? n : f(n - 1) + f(n - 2)\nconst x = f(24)'],
  ['loops in loops', 'let x = 0; for (let i = 0; i < 2000; i++) for (let j = 0; j < 2000; j++) x++'],
])('%s: the file is named as one that is not read to its end', async (_what, text) => {
  const { code, findings } = await judged({
    'models/a.js': `${text}\n${model('Behind')}`,
    'models/good.js': model('Good'),
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(unreadable('models/a.js', /is not read to its end: /))
  expect(code).toBe(2)
})

test('work without end in a function that nobody calls', async () => {
  const { code, findings } = await judged({
    'models/a.js': `module.exports = (sequelize, DataTypes) => {
  for (let i = 0; i < 2000; i++) for (let j = 0; j < 2000; j++) x++
  return sequelize.define('Behind', {}, { tableName: 't', paranoid: true })
}\n`,
    'models/good.js': model('Good'),
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(unreadable('models/a.js', /is not read to its end: /))
  expect(code).toBe(2)
})

test.each([
  ['recursion that ends', 'let n = 0; const f = (k) => { n++; if (k > 1) f(k - 1) }; f(10)', true],
  ['recursion that goes on', 'let n = 0; const f = (k) => { n++; if (k > 1) f(k - 1) }; f(1000)', false],
])('%s', async (_what, text, isKnown) => {
  const { models, findings } = await judged({
    'models/a.js': `${text}
module.exports = (s, D) => s.define('A', { x: D.STRING }, { tableName: 't' + n, paranoid: true })\n`,
  })
  if (isKnown) expect(models).toMatchObject([{ name: 'A', table: { name: 't10' } }])
  else expect(findings).toContainEqual(unreadable('models/a.js', /calls itself/))
})

test('a migration that loops for long leaves its tables in doubt', async () => {
  const { models } = await judged({
    'models/good.js': model('Good'),
    'migrations/20240102000000-u.js': `module.exports = { up: async (q, S) => {
  for (let i = 0; i < 4000; i++) if (i > 3500) await q.addColumn(String.fromCharCode(116), 'deletedAt', S.DATE)
} }\n`,
  })
  expect(models).toMatchObject([{ name: 'Good', status: 'unproven' }])
})

describe('patterns', () => {
  test.each([
    ['abc', 1],
    ['a+', 10],
    ['a?b?', 4],
    ['a|b|c', 3],
    ['(?:ab){3}', 1],
    ['[a(+*]+x', 10],
    ['\\(a\\+', 1],
    ['(a+)+', Number.POSITIVE_INFINITY],
    ['(a|b)*', Number.POSITIVE_INFINITY],
    ['(?:a?){2,}', Number.POSITIVE_INFINITY],
    ['(?<n>a+)b', 10],
    ['(?<!x)a{2,4}', 3],
  ])('%s may be tried in so many ways', (pattern, ways) => {
    expect(waysOf(pattern, 10)).toBe(ways)
  })

  const texts = [
    '',
    'a',
    'aab, abb; a!',
    'createdAt_deletedAt',
    'x1y22z333',
    '\n a\r\nb ',
    'ÄöüÄ',
    'aaaaaaaa',
  ]
  const patterns: [string, string][] = [
    ['(a+)+b', 'g'],
    ['(a|b)*', 'g'],
    ['(?:[a-z]+_?)+', 'gi'],
    ['(\\w+)*!', ''],
    ['(?<first>a+)+(?<last>b)?', 'g'],
    ['(\\d+)+', 'g'],
    ['(\\s*[,;]\\s*)+', 'g'],
    ['^(\\s|a)+$', 'gm'],
    ['(x|)+', 'g'],
  ]

  test.each(patterns)('the engine without a way back answers as the other: /%s/%s', (pattern, flags) => {
    for (const text of texts) {
      const long = text.padEnd(3000, ' ')
      const ours = () => bounded(pattern, flags, long.repeat(1000), () => undefined)
      const theirs = () => new RegExp(pattern, flags)
      expect(ours().constructor.name).toBe('LinearRegExp')
      expect(text.replace(ours(), '<$&>')).toBe(text.replace(theirs(), '<$&>'))
      expect(text.split(ours())).toEqual(text.split(theirs()))
      expect(text.search(ours())).toBe(text.search(theirs()))
      expect(text.match(ours())).toEqual(text.match(theirs()))
      expect(ours().test(text)).toBe(theirs().test(text))
    }
  })
})
