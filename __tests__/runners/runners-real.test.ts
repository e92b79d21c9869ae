/**
 * Each runner's whole way, with the real tool: drift, repair, the next command as it is printed, a clean check, and back.
 * A fixture runs on PostgreSQL, and on each other database for which it has a folder of the files that differ there.
 */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { type DatabaseName, describeOn, type Server, startServer } from '../helpers/databases'
import { addFiles, tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/runners')
const modules = path.join(__dirname, '../../node_modules')

interface Case {
  /** The fixture whose project it is; left out: its own. */
  of?: string
  /** Options of the run that repairs. */
  asked?: string
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
  /** Its columns are created_at, updated_at and deleted_at. */
  isUnderscored?: true
  /** What is said where it is run again; left out: nothing happens. */
  failsAgain?: string
  /** Why `undo` takes the column away even while rows are soft-deleted: docs/runners.md says so of the form. */
  undoesAnyway?: string
  /** What differs on another database. */
  mariadb?: Partial<Case>
  sqlite?: Partial<Case>
}

type Home = 'postgres' | 'mariadb' | 'sqlite'

const HOMES: Record<Home, { url: string; lacks: RegExp; row: string }> = {
  postgres: {
    url: '',
    lacks: /deleted_?at.* does not exist/i,
    row: 'INSERT INTO jobs ("createdAt", "updatedAt", "deletedAt") VALUES (now(), now(), now())',
  },
  mariadb: {
    url: '',
    lacks: /Unknown column '.*deleted_?at'/i,
    row: 'INSERT INTO jobs (createdAt, updatedAt, deletedAt) VALUES (now(), now(), now())',
  },
  sqlite: {
    url: 'sqlite:',
    lacks: /no such column: .*deleted_?at/i,
    row: "INSERT INTO jobs (createdAt, updatedAt, deletedAt) VALUES ('2024-01-01', '2024-01-01', '2024-01-01')",
  },
}

const SQL = JSON.stringify(path.join(__dirname, '../helpers/runners-sql.cjs'))

const DRIVER = path.join(__dirname, '../helpers/databases/sqlite-driver.cjs')

/** Programs that are started by npx. */
const PROGRAMS: Record<string, string> = {
  'sequelize-cli': 'sequelize-cli/lib/sequelize',
  tsc: 'typescript/bin/tsc',
  'db-migrate': 'db-migrate/bin/db-migrate',
  knex: 'knex/bin/cli.js',
  dbmate: 'dbmate/dist/cli.js',
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
  // The driver sqlite3 has to be compiled; ours has as much of its interface as is used.
  addFiles(folder, {
    'sqlite3/package.json': '{ "name": "sqlite3", "version": "5.1.7", "main": "index.js" }',
    'sqlite3/index.js': `module.exports = require(${JSON.stringify(DRIVER)})\n`,
  })
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
        DBMATE_NO_DUMP_SCHEMA: 'true',
        PGSSLMODE: 'disable',
        DATABASE_URL: url,
        // Packages are links, and look for a driver where they really lie.
        NODE_PATH: path.join(root, 'node_modules'),
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

const names = fs
  .readdirSync(fixtures)
  .flatMap((runner) => fs.readdirSync(path.join(fixtures, runner)).map((name) => `${runner}/${name}`))

function caseOf(name: string): Case & { folder: string } {
  const whole: Case = JSON.parse(fs.readFileSync(path.join(fixtures, name, 'case.json'), 'utf8'))
  return { ...whole, folder: path.join(fixtures, whole.of ?? name) }
}

const runsOn = (name: string, home: Home): boolean =>
  home === 'postgres' || fs.existsSync(path.join(caseOf(name).folder, home))

/** The whole way of one fixture, in a project of its own. */
async function goesTheWholeWay(name: string, home: Home, url: string) {
  const { folder, ...whole } = caseOf(name)
  const one: Case = { ...whole, ...(home !== 'postgres' && whole[home]) }
  const root = tempProject({ '.git/HEAD': '' })
  fs.cpSync(path.join(folder, 'project'), root, { recursive: true })
  if (home !== 'postgres') fs.cpSync(path.join(folder, home), root, { recursive: true })
  const before = below(root)
  link(root, one)
  const sh = shellIn(root, url || `${HOMES[home].url}${path.join(tempProject(), 'jobs.sqlite')}`)
  const { lacks, row } = HOMES[home]
  const done = (command: string, env?: Record<string, string>) => {
    const told = sh(command, env)
    if (told.code !== 0) throw new Error(`${command}\n${told.output}`)
    return told.output
  }

  done(one.first ?? one.next.replace(/ --name \S+/, ''))
  expect(sh('node query.js').output).toMatch(lacks)

  const { code, out, err } = await type(root, `--yes ${one.asked ?? ''}`)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(below(root).filter((file) => !before.includes(file) && !file.startsWith('.deletedat'))).toEqual(
    one.writes,
  )
  expect(/^Next: ([\s\S]+)\n$/m.exec(out)?.[1]).toBe(one.next)

  expect((await type(root, 'check')).out).toMatch(/^No findings/m)
  const written = below(root)
  expect((await type(root, `--yes ${one.asked ?? ''}`)).code).toBe(0)
  expect(below(root)).toEqual(written)

  const next = one.runs ?? one.next
  done(next)
  expect(done('node query.js')).toContain('0 rows')
  if (one.failsAgain === undefined) done(next)
  else expect(sh(next).output).toContain(one.failsAgain)
  if (!one.undo) return

  addFiles(root, { 'row.sql': one.isUnderscored ? row.replace(/(\w+ed)At/g, '$1_at') : row })
  done('SQL row.sql')
  if (!one.undoesAnyway) {
    expect(sh(one.undo).output).toMatch(/come back to life/)
    expect(done('node query.js')).toContain('0 rows')
  }
  done(one.undo, { DELETEDAT_ALLOW_DATA_LOSS: '1' })
  expect(sh('node query.js').output).toMatch(lacks)
}

describe.each<Home>(['postgres', 'mariadb', 'sqlite'])('on %s', (home) => {
  describeOn(home satisfies DatabaseName, 'runners', () => {
    let server: Server
    beforeAll(async () => {
      server = await startServer(home)
    })
    afterAll(() => server?.stop())

    test.each(names.filter((name) => runsOn(name, home)))('%s', async (name) => {
      await goesTheWholeWay(name, home, (await server.fresh()).url ?? '')
    })
  })
})
