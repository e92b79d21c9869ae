/** The last line of a run is a command that works where the user stands: every one of these is really typed in a shell. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

const MODEL = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', { name: DataTypes.STRING }, { tableName: 'users', paranoid: true })
`
const CREATE = `module.exports = {
  up: (queryInterface, Sequelize) => queryInterface.createTable('users', { id: { type: Sequelize.INTEGER, primaryKey: true } }),
  down: (queryInterface) => queryInterface.dropTable('users'),
}
`
const NAME = '20250530120000-add-users-deletedat-column.cjs'
const DRIVER = path.join(__dirname, '../helpers/databases/sqlite-driver.cjs')

const config = (file: string) =>
  JSON.stringify({
    development: { dialect: 'sqlite', storage: file, dialectModulePath: DRIVER, logging: false },
  })

interface Typed {
  next: string | undefined
  root: string
}

/** @param folder of the project, below the folder where the user stands; '' for that itself */
async function written(folder: string, files: Record<string, string>, line: string[]): Promise<Typed> {
  const at = (name: string) => path.posix.join(folder, name)
  const root = tempProject({
    '.git/HEAD': '',
    [at('models/user.js')]: MODEL,
    [at('package.json')]: JSON.stringify({
      dependencies: { sequelize: '^6' },
      devDependencies: { 'sequelize-cli': '^6.6.0' },
    }),
  })
  addFiles(root, Object.fromEntries(Object.entries(files).map(([name, text]) => [at(name), text])))
  linkModules(path.join(root, folder))
  const { out } = await type(root, line)
  return { next: /^Next: ([\s\S]+)\n$/m.exec(out)?.[1], root }
}

/** As somebody types it: in a shell, with the programs of the project. */
function typedInShell({ next = '', root }: Typed, folder: string): { code: number | null; output: string } {
  const bin = path.join(root, folder, 'node_modules/.bin')
  fs.mkdirSync(bin, { recursive: true })
  const script = path.join(root, folder, 'node_modules/sequelize-cli/lib/sequelize')
  fs.writeFileSync(path.join(bin, 'sequelize-cli'), `#!/bin/sh\nexec node "${script}" "$@"\n`, {
    mode: 0o755,
  })
  const { status, stdout, stderr } = spawnSync(next, {
    cwd: root,
    shell: true,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      npm_config_offline: 'true',
      npm_config_loglevel: 'error',
    },
  })
  return { code: status, output: stdout + stderr }
}

/** No sign that cmd, PowerShell 5.1 and sh do not read alike. */
const forEveryShell = (next: string | undefined) => {
  expect(next).not.toMatch(/&&|[<>|;]|\bcd\b|'/)
}

const CASES: [string, string, Record<string, string>, string][] = [
  [
    'in the project itself',
    '',
    { 'migrations/20240101000000-create.cjs': CREATE, 'config/config.json': config('db.sqlite') },
    `npx sequelize-cli db:migrate --name ${NAME}`,
  ],
  [
    'with a config that sequelize-cli would not find',
    '',
    {
      'migrations/20240101000000-create.cjs': CREATE,
      'config/config.cjs': `module.exports = ${config('db.sqlite')}`,
    },
    `npx sequelize-cli db:migrate --name ${NAME} --config config/config.cjs`,
  ],
  [
    'the project in a folder, with a package.json of its own',
    'backend',
    { 'migrations/20240101000000-create.cjs': CREATE, 'config/config.json': config('db.sqlite') },
    `npx --prefix backend sequelize-cli db:migrate --name ${NAME} --migrations-path backend/migrations --config backend/config/config.json`,
  ],
  [
    'the project in a folder with a blank in its name, and .sequelizerc in it',
    'back end',
    {
      'db/migrations/20240101000000-create.cjs': CREATE,
      'db/settings.json': config('db.sqlite'),
      '.sequelizerc':
        "const path = require('path')\nmodule.exports = { config: path.resolve('db/settings.json'), 'migrations-path': path.resolve('db', 'migrations') }\n",
    },
    `npx --prefix "back end" sequelize-cli db:migrate --name ${NAME} --migrations-path "back end/db/migrations" --config "back end/db/settings.json"`,
  ],
]

describe.each(CASES)('%s', (_, folder, files, expected) => {
  test('it runs the one migration', async () => {
    const typed = await written(folder, files, [path.posix.join(folder, 'models')])
    forEveryShell(typed.next)
    expect(typed.next).toBe(expected)
    const all = typedInShell({ ...typed, next: expected.replace(/ --name \S+/, '') }, folder)
    expect(all.output).toContain('20240101000000-create: migrated')
    expect(all.code).toBe(0)
    const again = typedInShell(typed, folder)
    expect(again.output).toMatch(/already up to date|No migrations were executed/)
  })
})

test('several: all that waits', async () => {
  const files = {
    'migrations/20240101000000-create.cjs': CREATE.replace("'users'", "'users'"),
    'config/config.json': '{}',
  }
  const root = tempProject({
    ...files,
    'models/user.js': MODEL,
    'models/team.js': MODEL.replace("'User'", "'Team'").replace("'users'", "'teams'"),
    'migrations/20240101000001-create.cjs': CREATE.replaceAll("'users'", "'teams'"),
  })
  expect((await type(root, 'models')).out).toMatch(/^Next: npx sequelize-cli db:migrate$/m)
})

describe('without any config of sequelize-cli', () => {
  const PROJECT = { 'models/user.js': MODEL, 'migrations/20240101000000-create.cjs': CREATE }
  const next = async (files: Record<string, string>, line: string) =>
    /^Next: (.+)$/m.exec((await type(tempProject({ ...PROJECT, ...files }), line)).out)?.[1]

  test('deploy, by the file that gives away the instance', async () => {
    const files = { 'src/database.js': "module.exports = new Sequelize('sqlite::memory:')\n" }
    expect(await next(files, 'models --only User')).toBe(
      'npx deletedat-codemod deploy models --only User --sequelize src/database.js',
    )
  })

  test('deploy alone where no such file, or more than one, is there', async () => {
    const one = "module.exports = new Sequelize('sqlite::memory:')\n"
    expect(await next({}, 'models')).toBe('npx deletedat-codemod deploy models')
    expect(await next({ 'a.js': one, 'b.js': one }, 'models')).toBe('npx deletedat-codemod deploy models')
  })
})

test('none without a migration', async () => {
  const files = { 'models/user.js': MODEL, 'migrations/20240101000000-create.cjs': CREATE }
  expect((await type(tempProject(files), 'models --repair disable-paranoid')).out).not.toContain('Next:')
})

test('what was said of the environment is said again', async () => {
  const root = tempProject({
    'models/user.js': MODEL,
    'migrations/20240101000000-create.cjs': CREATE,
    '.env.staging': 'STAGE=staging\n',
  })
  const { out } = await withEnv({}, () => type(root, 'check models --env staging --env-file .env.staging'))
  expect(out).toMatch(/^Next: .*deletedat-codemod models --env staging --env-file \.env\.staging$/m)
})
