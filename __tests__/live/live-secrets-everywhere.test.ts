/** A password that is known in an unusual way, or that comes back in an unusual place, comes out of no command and no file. */

import fs from 'node:fs'
import path from 'node:path'
import { type, withEnv } from '../helpers/command'
import { refusing } from '../helpers/databases/fake-postgres'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

/** Has a sign that JSON escapes, one that a URL does, and one that HTML does. */
const PASSWORD = 'w"r<d&%x/7'
const escaped = PASSWORD.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const SPELLINGS = [
  PASSWORD,
  JSON.stringify(PASSWORD).slice(1, -1),
  encodeURIComponent(PASSWORD),
  encodeURI(PASSWORD),
  encodeURIComponent(PASSWORD).toLowerCase(),
  escaped,
  escaped.replaceAll('"', '&quot;'),
  Buffer.from(PASSWORD).toString('base64'),
]

const FILES = {
  'package.json': '{ "name": "gym" }',
  'models/session.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Session', { title: DataTypes.STRING }, { tableName: 'sessions', paranoid: true })
`,
  'migrations/20240101000000-create.js': `module.exports.up = (queryInterface, Sequelize) =>
  queryInterface.createTable('sessions', { id: Sequelize.INTEGER })
`,
}

interface Way {
  config: object | string
  env?: Record<string, string>
}

const base = (port: number) => ({
  dialect: 'postgres',
  host: '127.0.0.1',
  port,
  database: 'gym',
  username: 'ada',
})

const ways: Record<string, (port: number) => Way> = {
  PGPASSWORD: (port) => ({ config: base(port), env: { PGPASSWORD: PASSWORD } }),
  'a short PGPASSWORD': (port) => ({ config: base(port), env: { PGPASSWORD: PASSWORD.slice(0, 5) } }),
  dialectOptions: (port) => ({
    config: { ...base(port), dialectOptions: { password: PASSWORD, ssl: false } },
  }),
  'dialectOptions of a URL': (port) => ({
    config: { use_env_variable: 'GYM' },
    env: { GYM: `postgres://ada@127.0.0.1:${port}/gym?password=${encodeURIComponent(PASSWORD)}` },
  }),
  'a function': (port) => ({
    config: `module.exports = { ...${JSON.stringify(base(port))}, dialectOptions: { password: async () => ${JSON.stringify(PASSWORD)} } }`,
  }),
  'a config that shows its options as it fails': (port) => ({
    config: `const own = ${JSON.stringify({ ...base(port), password: PASSWORD })}; throw new Error(require('util').inspect(own))`,
  }),
  'a driver that shows what it was given': (port) => ({
    config: `const pg = require('pg')
class Client extends pg.Client { connect(done) { done(Object.assign(new Error('cannot use ' + JSON.stringify(this.password) + encodeURIComponent(this.password)), { code: 'X' })) } }
module.exports = { ...${JSON.stringify({ ...base(port), password: PASSWORD })}, dialectModule: { ...pg, Client } }`,
  }),
}

/** Commands that connect, each with every way to say something. */
const lines = [
  'verify models --format json',
  'check models --evidence database --format html',
  'check models --evidence database --output-file json=out.json --output-file sarif=out.sarif',
  'deploy models',
  'doctor models',
]

const refusal = {
  code: '28P01',
  message: 'no entry for ada with PASSWORD, says postgres://ada:PASSWORD@here',
}

/** Of every file that was not there before. */
function written(root: string): string {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
  const isOurs = (name: string) => !/^(node_modules|config)/.test(name) && !(name in FILES)
  return names
    .map((name) => path.join(root, name))
    .filter((file, index) => isOurs(names[index] ?? '') && fs.statSync(file).isFile())
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')
}

test.each(Object.entries(ways))('%s', async (_name, way) => {
  await refusing(refusal, async (port) => {
    const { config, env = {} } = way(port)
    const root = tempProject(FILES)
    linkModules(root)
    const text = typeof config === 'string' ? config : `module.exports = ${JSON.stringify(config)}`
    addFiles(root, { 'config/config.js': text })
    const shown = env.PGPASSWORD ? [...SPELLINGS, env.PGPASSWORD] : SPELLINGS
    for (const line of lines) {
      const told = await withEnv({ ...env, DEBUG: '*' }, () => type(root, line, { DEBUG: '*' }))
      const said = told.out + told.err + written(root)
      expect(said.length).toBeGreaterThan(40)
      expect({ line, shows: shown.filter((one) => said.includes(one)), said }).toMatchObject({ shows: [] })
    }
  })
})
