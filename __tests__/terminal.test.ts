import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { transformFileSync } from '@swc/core'
import { createProgress } from '../src/io/terminal/terminal'
import { nearest } from '../src/nearest'
import { questionShown } from '../src/reporters'
import type { Finding, View } from '../src/types'
import { tempProject } from './temp-project'

const view: View = {
  cwd: '/project',
  color: false,
  width: 80,
  version: '0.1.0',
  line: () => '  paranoid: true,',
  dryRun: false,
}

test('a question shows the finding, what A, B and C would do, and why one is recommended', () => {
  const finding: Finding = {
    rule: 'missing-column',
    severity: 'error',
    model: 'User',
    message: 'User is paranoid but table "users" has no "deletedAt" column.',
    hint: 'Run deletedat-codemod to add it.',
    origin: { file: '/project/models/user.js', line: 14, column: 3, span: [200, 214] },
    evidence: {
      at: { file: '/project/migrations/1.cjs', line: 3, column: 1, span: [9, 20] },
      says: 'the table is made here, without the column',
    },
  }
  const options = [
    { repair: 'add-column' as const, letter: 'A', does: 'add the column' },
    { repair: 'disable-paranoid' as const, letter: 'B', does: 'turn paranoid off' },
  ]
  expect(questionShown({ judged: { finding }, options, recommended: 'add-column' }, view)).toEqual({
    text: `User is paranoid but table "users" has no "deletedAt" column.
models/user.js:14
  14 |   paranoid: true,
migrations/1.cjs:3 the table is made here, without the column`,
    options: [
      {
        value: 'add-column',
        label: 'A  add the column',
        hint: 'recommended: the model asks for soft delete, and a nullable column changes no row',
      },
      { value: 'disable-paranoid', label: 'B  turn paranoid off' },
      { value: 'skip', label: 'skip' },
    ],
  })
})

describe('asking with clack', () => {
  /** Presses the keys, one for each prompt, in a process of its own: clack is an ES module. */
  function pressed(keys: string[], call: string): { answer: unknown; shown: string } {
    const root = tempProject({
      'terminal.cjs': transformFileSync(path.join(__dirname, '../src/io/terminal/terminal.ts'), {
        configFile: path.join(__dirname, '../.swcrc'),
      }).code,
      'press.cjs': `
const { PassThrough } = require('node:stream')
const { createAsks } = require('./terminal.cjs')
const [input, output] = [new PassThrough(), new PassThrough()]
Object.assign(output, { columns: 100, rows: 40 })
let shown = ''
let quiet
const keys = ${JSON.stringify(keys)}
output.on('data', (text) => {
  shown += text
  clearTimeout(quiet)
  quiet = setTimeout(() => keys.length && input.write(keys.shift()), 150)
})
const show = {
  question: () => ({ text: 'the finding', options: [{ value: 'add-column', label: 'A' }, { value: 'disable-paranoid', label: 'B' }, { value: 'skip', label: 'skip' }] }),
  diff: () => 'the diff',
  brings: ({ hazards }) => hazards.join(),
}
const asks = createAsks(show, { input, output })
asks.${call}.then((answer) => process.stdout.write(JSON.stringify({ answer, shown }), () => process.exit()))
`,
    })
    fs.symlinkSync(path.join(__dirname, '../node_modules'), path.join(root, 'node_modules'))
    const ran = spawnSync(process.execPath, ['press.cjs'], { cwd: root, encoding: 'utf8', timeout: 20000 })
    return JSON.parse(ran.stdout || `{ "shown": ${JSON.stringify(ran.stderr)} }`)
  }

  const [ENTER, DOWN, CTRL_C] = ['\r', '\u001b[B', '\u0003']
  const ask = (alike: number, recommended?: string) => `repair(${JSON.stringify({ recommended, alike })})`

  test.each([
    [
      'the recommended answer is the first choice',
      [ENTER],
      ask(0, 'disable-paranoid'),
      { repair: 'disable-paranoid', forAll: false },
    ],
    ['without a recommendation it is skip', [ENTER], ask(0), { repair: 'skip', forAll: false }],
    ['another one', [DOWN, ENTER], ask(0, 'add-column'), { repair: 'disable-paranoid', forAll: false }],
    ['the same for all', [ENTER, 'y'], ask(3, 'add-column'), { repair: 'add-column', forAll: true }],
    ['not the same for all', [ENTER, ENTER], ask(1, 'add-column'), { repair: 'add-column', forAll: false }],
    ['stopping', [CTRL_C], ask(0, 'add-column'), 'stop'],
    ['stopping at the second question', [ENTER, CTRL_C], ask(2, 'add-column'), 'stop'],
    ['writing', ['y'], 'confirm({}, [1, 2], { hazards: [], rows: [] })', true],
    ['not writing', ['n'], 'confirm({}, [1], { hazards: ["the hazards"], rows: ["3 rows."] })', false],
    ['stopping before it is written', [CTRL_C], 'confirm({}, [1], { hazards: [], rows: [] })', false],
  ])('%s', (_, keys, call, answer) => {
    const told = pressed(keys, call)
    expect(told.answer).toEqual(answer)
    expect(told.shown).toContain(call.startsWith('confirm') ? 'the diff' : 'the finding')
    if (call.includes('the hazards')) expect(told.shown).toMatch(/the hazards.*3 rows\. Write this file\?/s)
  })
})

describe('the bar', () => {
  test('appears after a while, not too often, and goes', () => {
    let time = 0
    const output = new PassThrough()
    const { step, clear } = createProgress(output, () => time)
    const drawn = () => String(output.read() ?? '')
    step(1, 100)
    time = 500
    step(40, 100)
    expect(drawn()).toBe('')
    time = 800
    step(50, 100)
    expect(drawn()).toBe(`\r${'━'.repeat(15)}${'─'.repeat(15)} 50 of 100 files`)
    time = 850
    step(60, 100)
    expect(drawn()).toBe('')
    time = 950
    step(100, 100)
    expect(drawn()).toBe(`\r${'━'.repeat(30)} 100 of 100 files`)
    clear()
    expect(drawn()).toBe('\r\u001b[K')
    step(1, 2)
    clear()
    expect(drawn()).toBe('')
  })
})

test.each([
  ['dryrun', 'dry-run'],
  ['user', 'User'],
  ['Sesion', 'Session'],
  ['Invoice', undefined],
  ['x', undefined],
])('did you mean: %s', (word, meant) => {
  expect(nearest(word, ['dry-run', 'User', 'Session', 'strict'])).toBe(meant)
})
