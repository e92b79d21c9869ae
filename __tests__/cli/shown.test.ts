/** What a terminal is given besides: links where it takes them, quiet, and completion. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { main } from '../../src/cli/main'
import { type, withEnv } from '../helpers/command'
import { install, sh } from '../helpers/installed'
import { PAGES_PROJECT } from '../helpers/pages'
import { tempProject } from '../helpers/temp-project'

const ESCAPE = '\u001b'
const BELL = '\u0007'
const LINK = new RegExp(`${ESCAPE}\\]8;;([^${BELL}]*)${BELL}`, 'g')

/** The bar that a slow machine shows, and its end. */
const BAR = new RegExp(`\\r[━─]* .*?${ESCAPE}\\[K|\\r${ESCAPE}\\[K`, 'g')

const links = (out: string): string[] => [...out.matchAll(LINK)].map(([, url = '']) => url)

/** Types at a terminal of this width. */
async function atTerminal(root: string, line: string, env: Record<string, string>, columns = 100) {
  let out = ''
  const stdout = {
    isTTY: true,
    columns,
    write: (text: string, done?: () => void) => ((out += text), done?.()),
  }
  const stdin = new PassThrough()
  const stderr = new PassThrough()
  await withEnv(env, () =>
    main({
      argv: line.split(' '),
      cwd: root,
      env: { ...env, TERM: 'xterm' },
      stdin,
      stdout,
      stderr,
      now: () => new Date(0),
    }),
  )
  return out.replace(BAR, '')
}

describe('links', () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `models/a (${index}) %é.js`,
      `module.exports = (s) => s.define('Model${'x'.repeat(index)}', {}, { tableName: 'sessions', paranoid: true })`,
    ]),
  )
  const clean = 'exports.clean = (db) => db.Session.destroy({ where: {} })\n'
  const project = () => tempProject({ ...PAGES_PROJECT, ...many, 'services/clean.js': clean })

  test('each place leads to its file, on this machine, and a rule to its page', async () => {
    const root = project()
    const out = await atTerminal(root, 'check models/session.js', { FORCE_HYPERLINK: '1', TERM_PROGRAM: '' })
    const file = pathToFileURL(path.join(root, 'models/session.js'))
    if (process.platform !== 'win32') file.host = os.hostname()
    expect(out).toContain(`${ESCAPE}]8;;${file.href}${BELL}models/session.js:5${ESCAPE}]8;;${BELL}`)
    expect(links(out)).toContainEqual(
      expect.stringMatching(/^https:\/\/.+\/docs\/rules\/missing-column\.md$/),
    )
  })

  test('in the terminal of VS Code they lead to the line', async () => {
    const root = project()
    const out = await atTerminal(root, 'check models/session.js', {
      FORCE_HYPERLINK: '1',
      TERM_PROGRAM: 'vscode',
    })
    expect(links(out)).toContainEqual(
      expect.stringMatching(/^vscode:\/\/file\/.+\/models\/session\.js:5:\d+$/),
    )
  })

  test.each([100, 50])(
    'they take no room: %i columns, a table, sentences, hazards, rules',
    async (columns) => {
      for (const line of [
        'check models',
        'why Session models',
        'models --dry-run --repair B --only Session',
      ]) {
        const root = project()
        const without = await atTerminal(root, line, { FORCE_HYPERLINK: '0' }, columns)
        const linked = await atTerminal(root, line, { FORCE_HYPERLINK: '1', TERM_PROGRAM: '' }, columns)
        expect(without).not.toContain(`${ESCAPE}]8`)
        expect({ line, links: links(linked).length }).not.toEqual({ line, links: 0 })
        expect(linked.replace(LINK, '')).toBe(without)
        for (const [, url = ''] of linked.matchAll(LINK)) expect(url).toMatch(/^[-a-zA-Z\d/#&.:=?%@~_]*$/)
      }
    },
  )

  test('only the report for people has them', async () => {
    const root = project()
    for (const format of ['compact', 'json', 'markdown', 'html', 'sarif', 'github']) {
      const out = await atTerminal(root, `check models --format ${format}`, { FORCE_HYPERLINK: '1' })
      expect(out).not.toContain(`${ESCAPE}]8`)
    }
    await atTerminal(root, 'check models --output-file terminal=report.txt', { FORCE_HYPERLINK: '1' })
    expect(fs.readFileSync(path.join(root, 'report.txt'), 'utf8')).not.toContain(ESCAPE)
  })

  test('a pipe has none', async () => {
    expect((await type(project(), 'check models')).out).not.toContain(ESCAPE)
  })
})

describe('--quiet', () => {
  const root = () => tempProject(PAGES_PROJECT)

  test.each(['terminal', 'compact'])('%s: nothing where nothing is left to do', async (format) => {
    const told = await type(root(), `check models/product.js --quiet --format ${format}`)
    expect(told).toEqual({ code: 0, out: '', err: '' })
  })

  test.each(['terminal', 'compact'])(
    '%s: findings, the line in sum and the next command, and nothing else',
    async (format) => {
      const { out, code } = await type(root(), `check models -q --format ${format}`)
      expect(code).toBe(1)
      expect(out).toContain('missing-column')
      expect(out).toMatch(/\n3 findings; 6 paranoid models: .+\nNext: .+\n$/)
      expect(out).not.toMatch(/Legacy|Review/)
    },
  )

  test('what could not be judged is said', async () => {
    const { out, code } = await type(root(), 'check models/legacy.js --quiet')
    expect(code).toBe(2)
    expect(out).toBe(
      '1 paranoid model: 0 proven, 1 not: 1 unproven; 1 model in 1 file, judged by migrations.\n',
    )
  })

  test('what was written, and what was asked for, is said', async () => {
    expect((await type(root(), 'models --only Session --yes -q')).out).toMatch(/^new +migrations\/.+session/m)
    expect((await type(root(), 'models --only Session --dry-run -q')).out).toContain('+++ b/migrations/')
    expect((await type(root(), 'why Product models -q')).out).toContain('R12')
    const json = await type(root(), 'check models/product.js -q --format json --output-file compact=a.txt')
    expect(JSON.parse(json.out).summary.ok).toBe(1)
  })
})

describe('completion', () => {
  const home = tempProject({ 'completion/a.js': '', 'models/a.js': '' })
  beforeAll(() => install(home))
  const PATH = `${path.join(home, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`

  test('a folder of that name is a path elsewhere', async () => {
    expect((await type(home, 'check completion --allow-empty')).out).toBe('No Sequelize model in 1 file.\n')
  })

  function asked(...words: string[]): string[] {
    const script = `eval "$(deletedat-codemod completion)"
COMP_WORDS=(deletedat-codemod ${words.map((one) => `'${one}'`).join(' ')}) COMP_CWORD=${words.length}
_deletedat-codemod_yargs_completions
printf '%s\\n' "\${COMPREPLY[@]}"
`
    fs.writeFileSync(path.join(home, 'ask.bash'), script)
    return sh(home, 'bash ask.bash', { PATH, SHELL: '/bin/bash' }).output.split('\n')
  }

  const inBash = process.platform === 'win32' ? test.skip : test

  inBash.each([
    [['ch'], ['check'], ['why']],
    [['check', '--for'], ['--format'], ['check']],
    [
      ['check', '--format', ''],
      ['sarif', 'html'],
      ['check', '--format'],
    ],
    [['check', '--format', 'gi'], ['github', 'gitlab'], ['sarif']],
    [[''], ['check', 'why', 'completion'], ['$0']],
  ])('in bash: %j', (words, there, notThere) => {
    const told = asked(...words)
    for (const one of there) expect(told).toContain(one)
    for (const one of notThere) expect(told).not.toContain(one)
  })

  test('zsh has a script of its own', async () => {
    const { out } = await withEnv({ SHELL: '/bin/zsh', ZSH_NAME: 'zsh' }, () => type(home, 'completion'))
    expect(out).toMatch(/^#compdef deletedat-codemod\n/)
  })
})
