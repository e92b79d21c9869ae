/** However a password comes in, it comes out nowhere: not in a report, a fault, a log, or what other programs print. */

import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { refusing } from '../helpers/databases/fake-postgres'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

/** With every sign that ends a password for some reader of URLs. */
const PASSWORD = 'p#s?/w@r:d%'

const spellings = [PASSWORD, encodeURIComponent(PASSWORD), encodeURI(PASSWORD), 'p%23s%3f%2fw%40r%3ad%25']

const MODELS = {
  'models/session.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`,
}

interface Way {
  files?: Record<string, string>
  args?: string[]
  env?: Record<string, string>
  /** Part of the answer, so that it is known to have gone that way. */
  says?: string
}

const refusal = {
  code: '28P01',
  message: 'no entry for ada with PASSWORD, says postgres://ada:PASSWORD@here',
}

const options = (port: number) =>
  JSON.stringify({
    dialect: 'postgres',
    host: '127.0.0.1',
    port,
    database: 'gym',
    username: 'ada',
    password: PASSWORD,
  })

const url = (port: number, password = encodeURIComponent(PASSWORD)) =>
  `postgres://ada:${password}@127.0.0.1:${port}/gym`

const ways: Record<string, (port: number) => Way> = {
  'a config file': (port) => ({ files: { 'config/config.json': `{ "development": ${options(port)} }` } }),
  '--url, encoded': (port) => ({ args: ['--url', url(port)] }),
  '--url, encoded in small letters': (port) => ({ args: ['--url', url(port, spellings[3])] }),
  '--url, as it is': (port) => ({ args: ['--url', url(port, 'p#s?/w@r:d')] }),
  '--url of a database that is not known': (port) => ({
    args: ['--url', url(port).replace('postgres', 'cockroach')],
    says: 'What --url was given is no connection URL.',
  }),
  '--url that is none': () => ({
    args: ['--url', PASSWORD],
    says: 'What --url was given is no connection URL.',
  }),
  DATABASE_URL: (port) => ({ env: { DATABASE_URL: url(port) } }),
  use_env_variable: (port) => ({
    files: { 'config/config.json': '{ "development": { "use_env_variable": "GYM" } }' },
    env: { GYM: url(port) },
  }),
  'use_env_variable that is no URL': () => ({
    files: { 'config/config.json': '{ "development": { "use_env_variable": "GYM" } }' },
    env: { GYM: `ada:${PASSWORD}` },
    says: 'GYM is no connection URL.',
  }),
  'a config that prints it': (port) => ({
    files: {
      'config/config.js': `console.log(${JSON.stringify(PASSWORD)}); module.exports = ${options(port)}`,
    },
  }),
  'a config that prints it and gives up': () => ({
    files: { 'config/config.js': `console.log(${JSON.stringify(PASSWORD)}); process.exit(3)` },
    says: 'ended itself with exit code 3',
  }),
  'a config that prints it from the environment and gives up': () => ({
    files: { 'config/config.js': 'console.log(process.env.GYM_PASSWORD); process.exit(3)' },
    env: { GYM_PASSWORD: PASSWORD },
    says: 'ended itself with exit code 3',
  }),
  'a config that throws it': () => ({
    files: {
      'config/config.js': `const password = ${JSON.stringify(PASSWORD)}; throw new Error('cannot use ' + password)`,
    },
    says: 'config/config.js cannot be loaded.',
  }),
  'a config that throws a URL from the environment': (port) => ({
    files: { 'config/config.js': 'throw new Error("cannot use " + process.env.GYM)' },
    env: { GYM: url(port) },
    says: 'config/config.js cannot be loaded.',
  }),
  'no dialect': () => ({
    files: {
      'config/config.json': `{ "development": { "host": "x", "password": ${JSON.stringify(PASSWORD)} } }`,
    },
    says: 'names no dialect',
  }),
  'a replica': (port) => ({
    files: {
      'config/config.js': `module.exports = { dialect: 'postgres', database: 'gym', replication: { write: ${options(port)}, read: [${options(port)}] } }`,
    },
  }),
}

let root: string
beforeAll(() => {
  root = tempProject(MODELS)
  linkModules(root)
})
afterEach(() => fs.rmSync(path.join(root, 'config'), { recursive: true, force: true }))

test.each(Object.entries(ways))('%s', async (_name, way) => {
  await refusing(refusal, async (port) => {
    const { files = {}, args = [], env = {}, says } = way(port)
    addFiles(root, files)
    const line = ['verify', 'models', ...args, '--format', 'json']
    const told = await withEnv(env, () => type(root, line, { DEBUG: 'deletedat-codemod' }))
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.err).toContain(says ?? 'The database refuses the user or the password')
    expect(spellings.filter((one) => told.err.includes(one))).toEqual([])
    expect(told.err).not.toMatch(/w@r|w%40r/i)
  })
})
