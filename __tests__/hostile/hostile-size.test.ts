/** Files that are long or deep cost only themselves, and are said. */

import { judged, missing, model, unreadable } from '../helpers/hostile'

const nested = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)

test.each([
  ['lists', `const x = ${nested('[', ']', 5000)}`],
  ['objects', `const x = ${nested('{a:', '}', 5000).replace(':}', ':1}')}`],
  ['brackets', `const x = ${nested('(', ')', 20000)}`],
  ['calls', `const x = f${'(f'.repeat(5000)}${')'.repeat(5000)}`],
  ['blocks', nested('{', '}', 5000)],
  ['cases', `const x = ${'q ? 1 : '.repeat(20000)}1`],
  ['one line of three million letters', `const x = [${'1,'.repeat(1_500_000)}]`],
])('%s', async (_what, text) => {
  const { code, findings } = await judged({
    'models/a.js': `${text}\n${model('Behind')}`,
    'models/good.js': model('Good'),
  })
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(
    unreadable('models/a.js', /nested too deep|longer than 6 million letters|takes too long/),
  )
  expect(code).toBe(2)
})

test.each([
  ['blocks', '{a:'.repeat(600) + '}'.repeat(600)],
  ['statements', 'a:'.repeat(600)],
  ['loops', 'a:while(1)'.repeat(300)],
])('labels within themselves: %s', async (_what, text) => {
  const { findings } = await judged({
    'models/a.js': `var a; let a\n${`${text};\n`.repeat(60)}${model('Behind')}`,
    'models/good.js': model('Good'),
  })
  expect(findings).toEqual([unreadable('models/a.js', /does not parse|nested too deep/), missing('Good')])
})

test('a text of many lines is put together, and what stands behind it is judged', async () => {
  const { findings } = await judged({
    'models/a.js': `const x = 'a'${" +\n 'a'".repeat(3000)}\n${model('Behind')}`,
  })
  expect(findings).toEqual([missing('Behind')])
})

test.each([20_000])('a name of %i letters', async (length) => {
  const { findings } = await judged({ 'models/a.js': model('N'.repeat(length)) })
  expect(findings).toMatchObject([{ rule: 'missing-column', file: 'models/a.js' }])
})

test('a migration of many statements is read', async () => {
  const sql = 'ALTER TABLE t ADD x int;'.repeat(60_000)
  const { findings } = await judged({
    'migrations/20240102000000-many.js': `module.exports = { up: (q) => q.sequelize.query('${sql}') }\n`,
    'models/good.js': model('Good'),
  })
  expect(findings).toEqual([missing('Good')])
})

test('a .gitignore of many lines leaves nothing out', async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => `a${index}*b*c/**`)
  const { findings } = await judged({
    '.gitignore': ['models', ...lines, '!models'].join('\n'),
    'models/good.js': model('Good'),
  })
  expect(findings).toEqual([missing('Good')])
})
