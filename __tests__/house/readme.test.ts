/** The README is run: every sh block as written, in order, in a copy of one small project, on embedded Postgres. */

import fs from 'node:fs'
import path from 'node:path'
import { parseCommandLine } from '../../src/cli/command-line'
import type { Rule } from '../../src/types'
import { type Server, startServer } from '../helpers/databases'
import { sequelizeCli } from '../helpers/databases/sequelize-cli'
import { install, sh } from '../helpers/installed'
import { blocks, readme } from '../helpers/readme-blocks'
import { tempProject } from '../helpers/temp-project'

const STAMP = '20250530120000'

describe('every command', () => {
  const root = tempProject()
  let server: Server
  let DATABASE_URL = ''

  beforeAll(async () => {
    fs.cpSync(path.join(__dirname, '../../__testfixtures__/readme'), root, { recursive: true })
    install(root)
    sh(root, 'git init -q')
    server = await startServer('pglite')
    DATABASE_URL = (await server.fresh()).url ?? ''
    process.env.DATABASE_URL = DATABASE_URL
    expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  })

  afterAll(async () => {
    delete process.env.DATABASE_URL
    await server?.stop()
  })

  /** The stamp that this run gave to what the README calls 20250530120000. */
  const stampNow = () =>
    fs
      .readdirSync(path.join(root, 'migrations'))
      .flatMap((name) => /^(\d{14})-add-/.exec(name)?.[1] ?? [])[0] ?? STAMP

  const commands = blocks.filter(({ language }) => language === 'sh')

  for (const { heading, text, notRun, exitCode, prints } of commands) {
    const title = `${heading}: ${text.trim()}`
    if (notRun) {
      process.stderr.write(`Not run: ${text.trim()}: ${notRun}.\n`)
      continue
    }
    test(title, () => {
      const { code, output } = sh(root, text.replaceAll(STAMP, stampNow()), { DATABASE_URL })
      expect({ code, output }).toEqual({ code: exitCode, output: expect.any(String) })
      if (prints) expect(output.replaceAll(stampNow(), STAMP).trim()).toBe(prints.trim())
    })
  }

  test('afterwards the project is as it was', () => {
    const fixture = path.join(__dirname, '../../__testfixtures__/readme')
    for (const folder of ['models', 'migrations']) {
      expect(fs.readdirSync(path.join(root, folder))).toEqual(fs.readdirSync(path.join(fixture, folder)))
    }
  })
})

describe('what it says', () => {
  const flat = (text: string) => text.replace(/\s+/g, ' ')
  const help = (...args: string[]) => {
    const told = parseCommandLine([...args, '--help'])
    return 'text' in told ? told.text : ''
  }
  const optionsIn = (text: string) => [...text.matchAll(/(?<=^ +(?:-\w, )?)--[\w-]+/gm)].map(([name]) => name)
  const rows = [...readme.matchAll(/^\| `(--[\w-]+)`(?:, `(-\w)`)? \| (.+?) \| (.*?) ?\|$/gm)]

  const COMMANDS = ['default', 'check', 'init', 'why', 'diagnose', 'verify', 'deploy', 'rollback', 'doctor']
  const helpOf = (command: string) => (command === 'default' ? help() : help(command))

  /** Of the last column: which commands have the option. */
  const commandsIn = (where: string): string[] => {
    if (where === '' || where.startsWith('`')) return COMMANDS
    const [, but] = /^all but (.+)$/.exec(where) ?? []
    const named = (but ?? where.replace(' command only', '')).split(', ')
    return but ? COMMANDS.filter((one) => !named.includes(one)) : named
  }

  test('the table has every option of --help, and no other', () => {
    const known = new Set(COMMANDS.flatMap((command) => optionsIn(helpOf(command))))
    expect([...new Set(rows.map(([, name]) => name))].sort()).toEqual([...known].sort())
  })

  test.each(rows.map(([, name = '', letter, does = '', where = '']) => ({ name, letter, does, where })))(
    '$name in the words of --help ($where)',
    ({ name, letter, does, where }) => {
      const words = flat(`${letter ? `${letter}, ` : ''}${name} ${does}`)
      const having = COMMANDS.filter((command) => flat(helpOf(command)).includes(words))
      expect(having).toEqual(commandsIn(where))
    },
  )

  const rules: Record<Rule, true> = {
    'missing-column': true,
    'misnamed-column': true,
    'missing-table': true,
    pending: true,
    'wrong-type': true,
    'inert-paranoid': true,
    'broken-paranoid': true,
    undecided: true,
    unproven: true,
    unreadable: true,
    'unused-ignore': true,
  }

  test('every rule has its anchor, and its name is all of it', () => {
    const [, findings = ''] = /^## Findings\n([\s\S]*?)^## /m.exec(readme) ?? []
    expect([...findings.matchAll(/^### (.+)$/gm)].map(([, name]) => name)).toEqual(Object.keys(rules))
  })

  test('every file that is linked is there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, file = '']) => file)
    expect(links.filter((file) => !fs.existsSync(path.join(__dirname, '../..', file)))).toEqual([])
  })

  test('the exit codes are those of --help', () => {
    expect(flat(help())).toContain(
      '0 nothing is left to do, 1 findings are left, 2 some of the work could not be done',
    )
    expect(readme).toMatch(
      /\| 0 \| nothing is left to do.*\n\| 1 \| findings are left.*\n\| 2 \| some of the work could not be done/,
    )
  })

  test('nothing that sequelize-cli does not know', () => {
    const shown = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)
    expect(shown.join('')).not.toMatch(/--specific|undo .*--to/)
  })
})
