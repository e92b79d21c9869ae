import { PassThrough } from 'node:stream'
import { createProgress } from '../../src/io/terminal/progress'
import { uncoloured } from '../../src/io/terminal/uncoloured'
import { nearest } from '../../src/nearest'
import { questionShown } from '../../src/reporters'
import type { Finding, View } from '../../src/types'

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
    {
      repair: 'add-column',
      letter: 'A',
      does: 'add the column',
      why: 'the model asks for soft delete, and a nullable column changes no row',
    },
    { repair: 'disable-paranoid', letter: 'B', does: 'turn paranoid off', why: 'no column is needed then' },
  ]
  const asked = { judged: { finding }, options, recommended: 'add-column', number: 2, total: 7 }
  expect(questionShown({ ...asked, all: { repair: 'add-column', others: 5 } }, view)).toEqual({
    text: `User is paranoid but table "users" has no "deletedAt" column.
models/user.js:14
  14 |   paranoid: true,
migrations/1.cjs:3 the table is made here, without the column`,
    message: '2 of 7. What shall be done?',
    lines: [
      {
        key: 'A',
        answer: { repair: 'add-column', forAll: false },
        label: 'add the column',
        hint: 'recommended: the model asks for soft delete, and a nullable column changes no row',
      },
      { key: 'B', answer: { repair: 'disable-paranoid', forAll: false }, label: 'turn paranoid off' },
      { key: 'S', answer: { repair: 'skip', forAll: false }, label: 'skip' },
      {
        key: '*',
        answer: { repair: 'add-column', forAll: true },
        label: 'A for this and all 5 others of its kind',
      },
    ],
  })
  const keys = (more: object) => questionShown({ ...asked, ...more }, view).lines.map(({ key }) => key)
  expect(keys({ recommended: 'disable-paranoid' })).toEqual(['B', 'A', 'S'])
  expect(keys({ recommended: undefined })).toEqual(['S', 'A', 'B'])
  expect(questionShown({ ...asked, total: 1 }, view).message).toBe('What shall be done?')
})

test('without colours a stream gets the same text', () => {
  const plain = new PassThrough()
  Object.assign(plain, { columns: 60 })
  const stream = uncoloured(plain)
  stream.write('\u001b[32mgreen\u001b[39m \u001b[1;4mbold\u001b[0m\u001b[2K')
  expect(String(plain.read())).toBe('green bold\u001b[2K')
  expect(stream).toHaveProperty('columns', 60)
})

describe('the bar', () => {
  test('appears after a while, not too often, and goes', () => {
    let time = 0
    const output = new PassThrough()
    const { step, clear } = createProgress(
      () => output,
      () => time,
    )
    const drawn = () => String(output.read() ?? '')
    step(1, 100)
    time = 300
    step(40, 100)
    expect(drawn()).toBe('')
    time = 800
    step(50, 100)
    expect(drawn()).toBe(`\r${'━'.repeat(15)}${'─'.repeat(15)} 50 of 100 files\u001b[K`)
    time = 850
    step(60, 100)
    expect(drawn()).toBe('')
    time = 950
    step(100, 100, 'files written')
    expect(drawn()).toBe(`\r${'━'.repeat(30)} 100 of 100 files written\u001b[K`)
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
