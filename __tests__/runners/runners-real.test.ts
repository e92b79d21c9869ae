/** Each runner's whole way, with the real tool: drift, repair, the next command as it is printed, a clean check, and back. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn, type Server, startServer } from '../helpers/databases'
import { tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/runners')
const modules = path.join(__dirname, '../../node_modules')

interface Case {
  /** Packages under the names that the project knows them by. */
  modules?: Record<string, string>
  /** Runs the migrations that are there; left out: the next command does, without a name. */
  first?: string
  writes: string[]
  next: string
  /** What runs the new migration where `next` cannot be run here; SQL stands for what runs a file of SQL. */
  runs?: string
  /** Left out: there is no way back. */
  undo?: string
}

const SQL = JSON.stringify(path.join(__dirname, '../helpers/runners-sql.cjs'))

/** Programs that are started by npx. */
const PROGRAMS: Record<string, string> = {
  'sequelize-cli': 'sequelize-cli/lib/sequelize',
  tsc: 'typescript/bin/tsc',
  'db-migrate': 'db-migrate/bin/db-migrate',
  knex: 'knex/bin/cli.js',
  'node-pg-migrate': 'node-pg-migrate/bin/node-pg-migrate.js',
}

/** sequelize-cli takes the sequelize beside it, so it is copied. */
function link(root: string, { modules: others = {} }: Case): void {
  const folder = path.join(root, 'node_modules')
  fs.mkdirSync(path.join(folder, '.bin'), { recursive: true })
  for (const name of fs.readdirSync(modules)) {
    const from = path.join(modules, others[name] ?? name)
    if (name === '.bin') continue
    if (name === 'sequelize-cli') fs.cpSync(from, path.join(folder, name), { recursive: true })
    else fs.symlinkSync(from, path.join(folder, name), 'junction')
  }
  for (const [name, script] of Object.entries(PROGRAMS)) {
    const text = `#!/bin/sh\nexec node "$(dirname "$0")/../${script}" "$@"\n`
    fs.writeFileSync(path.join(folder, '.bin', name), text, { mode: 0o755 })
  }
}

type Shell = (command: string, env?: Record<string, string>) => { code: number | null; output: string }

function shellIn(root: string, url: string): Shell {
  return (command, env = {}) => {
    // npx finds the very same program, and takes seconds for it: __tests__/cli/next-command.test.ts types it whole.
    const typed = command.replace(/^npx /gm, '').replaceAll('SQL ', `node ${SQL} `)
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', typed], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
        NODE_ENV: 'development',
        DATABASE_URL: url,
        npm_config_offline: 'true',
        npm_config_loglevel: 'error',
        npm_config_update_notifier: 'false',
        ...env,
      },
    })
    return { code: status, output: stdout + stderr }
  }
}

const below = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^(node_modules|dist)\b/.test(name))
    .map((name) => name.split(path.sep).join('/'))

describeOn('postgres', 'runners', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer('postgres')
  })
  afterAll(() => server?.stop())

  const names = fs
    .readdirSync(fixtures)
    .flatMap((runner) => fs.readdirSync(path.join(fixtures, runner)).map((name) => `${runner}/${name}`))

  test.each(names)('%s', async (name) => {
    const one: Case = JSON.parse(fs.readFileSync(path.join(fixtures, name, 'case.json'), 'utf8'))
    const root = tempProject({ '.git/HEAD': '' })
    fs.cpSync(path.join(fixtures, name, 'project'), root, { recursive: true })
    const before = below(root)
    link(root, one)
    const sh = shellIn(root, (await server.fresh()).url ?? '')
    const done = (command: string, env?: Record<string, string>) => {
      const told = sh(command, env)
      expect(told).toEqual({ code: 0, output: expect.any(String) })
      return told.output
    }

    done(one.first ?? one.next.replace(/ --name \S+/, ''))
    expect(sh('node query.js').output).toMatch(/deletedAt.* does not exist/)

    const { code, out, err } = await type(root, '--yes')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(below(root).filter((file) => !before.includes(file) && !file.startsWith('.deletedat'))).toEqual(
      one.writes,
    )
    expect(/^Next: ([\s\S]+)\n$/m.exec(out)?.[1]).toBe(one.next)

    expect((await type(root, 'check')).out).toMatch(/^No findings/m)
    const written = below(root)
    expect((await type(root, '--yes')).code).toBe(0)
    expect(below(root)).toEqual(written)

    const next = one.runs ?? one.next
    done(next)
    expect(done('node query.js')).toContain('0 rows')
    done(next)
    if (!one.undo) return

    const sql = 'INSERT INTO jobs ("createdAt", "updatedAt", "deletedAt") VALUES (now(), now(), now())'
    fs.writeFileSync(path.join(root, 'row.sql'), sql)
    done('SQL row.sql')
    expect(sh(one.undo).output).toMatch(/come back to life/)
    expect(done('node query.js')).toContain('0 rows')
    done(one.undo, { DELETEDAT_ALLOW_DATA_LOSS: '1' })
    expect(sh('node query.js').output).toMatch(/deletedAt.* does not exist/)
  })
})
