import { parseWhole } from '../src/cli/command-line'
import { CHECK } from '../src/cli/command-options'
import { plainCheck } from '../src/cli/plain-check'
import { type Given, settingsFrom } from '../src/cli/settings'

/** The options that settings are made of, under the names that settings know. */
const names = [
  'paths',
  ...Object.keys(CHECK).map((name) => name.replace(/-(.)/g, (_, one) => one.toUpperCase())),
]

const asYargs = (args: string[]): unknown => {
  try {
    const parsed = parseWhole(args)
    return 'given' in parsed ? { command: parsed.command, given: onlyNamed(parsed.given) } : parsed
  } catch (error) {
    return String(error)
  }
}

const onlyNamed = (given: Given) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name as keyof Given]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const plainly = (args: string[]): unknown => {
  const given = plainCheck(args)
  return given && { command: 'check', given: onlyNamed(given) }
}

/** The same numbers for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const flags = Object.keys(CHECK).map((name) => `--${name}`)

const words = [
  ...[
    'models/user.js',
    'a b.js',
    'services',
    '.',
    '../x',
    '/abs/x.ts',
    'C:\\x.js',
    '0',
    '007',
    '1e3',
    '-1',
    '-',
    '--',
  ],
  ...[
    'x=y',
    '@x',
    '[x].js',
    '*.js',
    '{a,b}',
    'true',
    'false',
    'null',
    'undefined',
    '__proto__',
    'constructor',
  ],
  ...[
    'help',
    'version',
    'check',
    'why',
    'run',
    'completion',
    '$0',
    '_',
    'ä.js',
    'a,b',
    'a.b',
    ' ',
    ' x',
    'a\nb',
    '',
    '#',
    '+',
  ],
  ...[
    "'x'",
    '"x"',
    '`x`',
    "a'b",
    '-h',
    '-v',
    '--help',
    '--version',
    '-x',
    '-y',
    '--unknown',
    '--only=A',
    '--strict=false',
  ],
  ...[
    '--no-strict',
    '--noColor',
    '--sequelizeVersion',
    '--strict.x',
    '---',
    '--yes',
    '--repair',
    '--paths',
    '--_',
    '--$0',
  ],
  ...[
    'json',
    'terminal',
    'xml',
    'migrations',
    'database',
    '5',
    '6.37.0',
    'postgres://u:p@h/d',
    '--env',
    '-strict',
  ],
]

const fixed = [
  'check',
  'check .',
  'check models/user.js',
  'check a.js b.js c.js d.js e.js',
  'check --strict models lib --only User more',
  'check --migrations db/a --migrations db/b a.js',
  'check --format json --no-color --no-ignore a.js --ignore x --sequelize-version 5',
  'check --runtime --replay --advice --evidence database --env test --url postgres://localhost/x a.js',
  'check --scratch-url postgres://localhost/x --config config/c.js --sequelize db.js',
].map((line) => line.split(' '))

test.each(fixed)('what a hook runs is plain: %s %s %s', (...args) => {
  expect(plainly(args)).toEqual(asYargs(args))
})

test('every option is plain as it is usually written', () => {
  for (const [name, option] of Object.entries(CHECK)) {
    const value = 'choices' in option ? option.choices.slice(0, 1) : ['5']
    const args = ['check', 'a.js', `--${name}`, ...(option.type === 'boolean' ? [] : value), 'b.js']
    expect(plainly(args)).toBeDefined()
    expect(plainly(args)).toEqual(asYargs(args))
  }
})

test('whatever is said plainly, yargs says the same', () => {
  const random = randomFrom(1)
  const word = () => {
    const among = random(3) ? words : flags
    return among[random(among.length)]!
  }
  let plain = 0
  for (let round = 0; round < 4000; round++) {
    const args = ['check', ...Array.from({ length: random(6) }, word)]
    const said = plainly(args)
    if (!said) continue
    plain++
    expect({ args, said }).toEqual({ args, said: asYargs(args) })
  }
  expect(plain).toBeGreaterThan(500)
})

test('a word alone, and each beside each option', () => {
  const pairs = flags.flatMap((flag) =>
    [...words, ...flags].flatMap((word) => [
      [flag, word],
      [word, flag],
    ]),
  )
  for (const args of [...words.map((word) => [word]), ...pairs]) {
    const said = plainly(['check', ...args])
    if (said) expect({ args, said }).toEqual({ args, said: asYargs(['check', ...args]) })
  }
})

test('another command is never plain', () => {
  for (const args of [[], ['models'], ['why', 'User'], ['Check'], ['--strict', 'check'], ['checks']])
    expect(plainCheck(args)).toBeUndefined()
})

test('settings come out the same', () => {
  const world = { cwd: '/project', env: {}, terminal: { input: false, output: false } }
  for (const args of fixed) {
    const parsed = parseWhole(args)
    if (!('given' in parsed)) throw new Error(parsed.text)
    expect(settingsFrom(plainCheck(args)!, world)).toEqual(settingsFrom(parsed.given, world))
  }
})
