import { parseCommandLine } from '../../src/cli/command-line'
import { COMMANDS, type Command, optionsOf } from '../../src/cli/command-list'
import { settingsFrom, type World } from '../../src/cli/settings'
import { UserError } from '../../src/errors'
import { repairs } from '../../src/repairs'
import { reporters } from '../../src/reporters'
import { tempProject } from '../helpers/temp-project'

const world = { cwd: '/project', env: {}, terminal: { input: false, output: false } }

function parse(line: string) {
  const parsed = parseCommandLine(line.split(' ').filter(Boolean))
  if ('text' in parsed) throw new Error(parsed.text)
  return { ...parsed, settings: settingsFrom(parsed.given, world) }
}

function fault(action: () => unknown): { what: string; todo: string } {
  try {
    action()
  } catch (error) {
    if (error instanceof UserError) return { what: error.what, todo: error.todo }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('what is understood', () => {
  test('no words at all: the default command in the working directory', () => {
    expect(parse('')).toMatchObject({
      command: 'run',
      settings: {
        cwd: '/project',
        paths: ['.'],
        migrations: [],
        ignore: [],
        noIgnore: false,
        only: [],
        strict: false,
        dryRun: false,
        acceptReappearing: false,
        advice: false,
        withIndex: false,
        format: 'terminal',
        color: false,
        interactive: false,
      },
    })
  })

  test('several paths, before and after options', () => {
    expect(parse('models --strict lib/models --only User more').settings).toMatchObject({
      paths: ['models', 'lib/models', 'more'],
      only: ['User'],
      strict: true,
    })
  })

  test('options that may be repeated, and one that may not: the last one holds', () => {
    const { settings } = parse(
      '--migrations a --migrations b --ignore x --only A --only B --format json --format terminal',
    )
    expect(settings).toMatchObject({
      migrations: ['a', 'b'],
      ignore: ['x'],
      only: ['A', 'B'],
      format: 'terminal',
    })
  })

  test('every option of the default command', () => {
    const { settings } = parse(
      'models --no-ignore --sequelize-version v6.37 --repair map-column --yes --dry-run --timestamp 20250530120000 --with-index --no-color',
    )
    expect(settings).toMatchObject({
      noIgnore: true,
      sequelizeVersion: '6.37',
      repair: 'map-column',
      dryRun: true,
      timestamp: '20250530120000',
      withIndex: true,
    })
  })

  test('a path that looks like a number stays as it is written', () => {
    expect(parse('007 1e3').settings.paths).toEqual(['007', '1e3'])
  })

  test('check and why', () => {
    expect(parse('check models --strict')).toMatchObject({
      command: 'check',
      settings: { paths: ['models'], strict: true },
    })
    expect(parse('why User models')).toMatchObject({
      command: 'why',
      model: 'User',
      settings: { paths: ['models'] },
    })
  })

  test.each(['A', 'B', 'C'])('a repair by its letter: %s', (letter) => {
    const name = { A: 'add-column', B: 'disable-paranoid', C: 'map-column' }[letter]
    expect(parse(`--repair ${letter}`).settings.repair).toBe(name)
  })

  test.each([
    ['check models -- --strict -x.js', ['models', '--strict', '-x.js']],
    ['-- check', ['check']],
    ['why User -- -models', ['-models']],
    ['diagnose text -- models', ['models']],
  ])('what stands behind -- is a path: %s', (line, paths) => {
    expect(parse(line).settings).toMatchObject({ paths, strict: false })
  })

  test('a template is read', () => {
    const root = tempProject({ 'own.cjs': 'module.exports = {}' })
    const { given } = parse(`--template ${root}/own.cjs`)
    expect(settingsFrom(given, world).template).toEqual({
      file: `${root}/own.cjs`,
      text: 'module.exports = {}',
    })
  })

  test('help and version are texts', () => {
    expect(parseCommandLine(['--version'])).toEqual({ text: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const help = parseCommandLine(['--help'])
    expect(help).toEqual({ text: expect.stringContaining('deletedat-codemod check [paths..]') })
    expect(help).toEqual({ text: expect.stringContaining('--dry-run') })
    expect(parseCommandLine(['check', '--help'])).toEqual({ text: expect.not.stringContaining('--dry-run') })
  })
})

describe('help', () => {
  const help = (command: Command, width?: number): string => {
    const told = parseCommandLine([...(command === COMMANDS[0] ? [] : [command.name]), '--help'], width)
    return 'text' in told ? told.text : ''
  }
  const inHelp = (text: string) => [...text.matchAll(/^ +(?:-\w, )?--([\w-]+) {2}/gm)].map(([, name]) => name)

  test.each(COMMANDS)('$name: its own options and no others, with an example, in 80 columns', (command) => {
    const text = help(command)
    expect(inHelp(text).sort()).toEqual([...optionsOf(command).keys(), 'help', 'version'].sort())
    for (const { title } of command.groups) expect(text).toContain(`\n${title}\n`)
    expect(text).toContain('\nExamples:\n')
    for (const width of [undefined, 60, 200]) {
      const lines = help(command, width).split('\n')
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width === 60 ? 60 : 80)
    }
  })

  test.each(COMMANDS.flatMap(({ examples }) => examples.map(([line]) => line)))(
    'an example is understood: %s',
    (line) => {
      const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
      expect(parseCommandLine(words)).toHaveProperty('command')
    },
  )

  test('choices are those of the lists', () => {
    const shown = help(COMMANDS[0]!).replace(/\s+/g, ' ').replace(/ \[/g, '[')
    expect(shown).toContain(`Format of the report: ${reporters.map(({ name }) => name).join(', ')}[`)
    expect(shown).toContain(`: A, B, C, ${repairs.map(({ name }) => name).join(', ')}[`)
  })
})

describe('asking and colours', () => {
  const at = (terminal: World['terminal'], env: Record<string, string>, line = '') =>
    settingsFrom(parse(line).given, { ...world, env, terminal })
  const both = { input: true, output: true }

  test.each([
    ['at a terminal', both, {}, '', true],
    ['with the input from a pipe', { input: false, output: true }, {}, '', false],
    ['with the output to a pipe', { input: true, output: false, error: true }, {}, '', true],
    ['with the errors to a pipe', { input: true, output: true, error: false }, {}, '', true],
    ['with both to a pipe', { input: true, output: false, error: false }, {}, '', false],
    ['in CI', both, { CI: 'true' }, '', false],
    ['with --yes', both, {}, '-y', false],
    ['with --dry-run', both, {}, '--dry-run', false],
    ['with --format json', both, {}, '--format json', true],
  ])('asks %s: %j', (_, terminal, env, line, asks) => {
    expect(at(terminal, env as never, line).interactive).toBe(asks)
  })

  test.each([
    ['a terminal', both, {}, '', true],
    ['NO_COLOR', both, { NO_COLOR: '1' }, '', false],
    ['--no-color', both, { FORCE_COLOR: '1' }, '--no-color', false],
    ['TERM=dumb', both, { TERM: 'dumb' }, '', false],
    ['a pipe', { input: true, output: false }, {}, '', false],
    ['FORCE_COLOR', { input: true, output: false }, { FORCE_COLOR: '1' }, '', true],
    ['FORCE_COLOR=0', both, { FORCE_COLOR: '0' }, '', false],
  ])('paints for %s', (_, terminal, env, line, paints) => {
    expect(at(terminal, env as never, line).color).toBe(paints)
  })
})

describe('what is not understood says the way out', () => {
  test.each([
    [
      '--dryrun',
      'There is no option --dryrun.',
      'Did you mean --dry-run? deletedat-codemod --help lists all options.',
    ],
    ['--frobnicate', 'There is no option --frobnicate.', 'deletedat-codemod --help lists all options.'],
    ['-x', 'There is no option -x.', 'deletedat-codemod --help lists all options.'],
    [
      'check --yes',
      'This command does not write, so there is no --yes.',
      'It belongs to the default command: deletedat-codemod [paths..].',
    ],
    ['--format xml', '--format cannot be "xml".', expect.stringMatching(/^Choose one of terminal, .*json/)],
    ['--evidence', '--evidence has no value.', expect.stringContaining('--evidence VALUE')],
    [
      '--repair all',
      '--repair cannot be "all".',
      'Choose one of A, B, C, add-column, disable-paranoid, map-column.',
    ],
    ['--no-strict', 'There is no option --no-strict.', expect.stringContaining('Did you mean --strict?')],
    ['--strict.x', 'There is no option --strict.x.', expect.stringContaining('Did you mean --strict?')],
    [
      'doctor --replay',
      'This command has no option --replay.',
      'See its own: deletedat-codemod doctor --help.',
    ],
    [
      '--only',
      '--only has no value.',
      'Write it behind: --only VALUE. deletedat-codemod --help lists all options.',
    ],
    ['why', 'why needs the name of a model.', 'Name it: deletedat-codemod why Session.'],
    [
      '--timestamp 20251345000000',
      '--timestamp "20251345000000" is no time.',
      'Write it as YYYYMMDDHHmmss in UTC: 20250530120000.',
    ],
    [
      '--timestamp 20250230000000',
      '--timestamp "20250230000000" is no time.',
      'Write it as YYYYMMDDHHmmss in UTC: 20250530120000.',
    ],
    [
      '--sequelize-version next',
      '"next" is no version of Sequelize that this tool knows.',
      'Pass --sequelize-version 4, 5, 6 or 7, or a whole version.',
    ],
    [
      '--sequelize-version 8',
      '"8" is no version of Sequelize that this tool knows.',
      'Pass --sequelize-version 4, 5, 6 or 7, or a whole version.',
    ],
    [
      '--template none.cjs',
      'The template none.cjs cannot be read. There is no such file.',
      'Check the path: --template, or "template" in the config.',
    ],
    [
      '--template none.mjs',
      'The template none.mjs is none that sequelize-cli would run.',
      'Name it .cjs, .js or .ts, or say short or full.',
    ],
  ])('%s', (line, what, todo) => {
    expect(fault(() => parse(line))).toEqual({ what, todo })
  })
})
