/**
 * `--runtime` promises that the project's code reaches nothing. Each model here tries one way out, as it is loaded, and
 * tells by its table what came of it. OTHER_NODES names further programs of Node that are tried too.
 */

import { spawn, spawnSync } from 'node:child_process'
import dgram from 'node:dgram'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { tempProject } from '../helpers/temp-project'

const cli = path.join(__dirname, '../../dist/src/cli/main.js')
const nodes = [process.execPath, ...(process.env.OTHER_NODES?.split(path.delimiter) ?? [])]

interface Place {
  /** A port of TCP and of UDP on which somebody listens. */
  tcp: number
  udp: number
  /** A socket in the file system on which somebody listens. */
  socket: string
  /** A folder that is not the project's, and is empty. */
  outside: string
  /** A process of the user's. */
  bystander: number
}

/** What is in the way: a statement that ends by a value, which is what the code reached. */
const ESCAPES: Record<string, (place: Place) => string> = {
  execSync: () => "return require('child_process').execSync('echo out').toString()",
  spawn: ({ outside }) =>
    `require('child_process').spawn('touch', ['${outside}/spawned']); await later(); return 'spawned'`,
  spawnSync: ({ outside }) =>
    `const { error } = require('child_process').spawnSync('touch', ['${outside}/spawned']); if (error) throw error; return 'spawned'`,
  fork: ({ outside }) =>
    `require('child_process').fork('x', { execPath: '/usr/bin/touch', execArgv: ['${outside}/forked'] }); await later(); return 'forked'`,
  ChildProcess: ({ outside }) =>
    `const child = new (require('child_process').ChildProcess)(); child.spawn({ file: 'touch', args: ['touch', '${outside}/child'], stdio: 'ignore' }); await later(); return 'ran'`,
  cluster: () => "require('cluster').fork(); return 'forked'",
  execve: ({ outside }) =>
    `if (!process.execve) throw new Error('absent'); process.execve('/usr/bin/touch', ['touch', '${outside}/execve']); return 'ran'`,
  worker: ({ tcp }) =>
    `new (require('worker_threads').Worker)("require('net').connect(${tcp}, '127.0.0.1')", { eval: true }); await later(); return 'nothing seen'`,
  'worker of an import': ({ tcp }) =>
    `const { Worker } = await import('node:worker_threads'); new Worker("require('net').connect(${tcp}, '127.0.0.1')", { eval: true }); await later(); return 'nothing seen'`,
  'worker of the watchdog': ({ tcp }) =>
    `const worker = process._getActiveHandles().flatMap((one) => [one, one?.constructor]).find((one) => /Worker/.test(one?.name)); if (!worker) throw new Error('not found'); new worker("require('net').connect(${tcp}, '127.0.0.1')", { eval: true }); await later(); return 'found'`,
  'module hooks': ({ tcp }) =>
    `require('module').register('data:text/javascript,' + encodeURIComponent("import net from 'node:net'; net.connect(${tcp}, '127.0.0.1')")); await later(); return 'registered'`,
  'net.connect': ({ tcp }) => `return connected(require('net').connect(${tcp}, '127.0.0.1'))`,
  'net.connect of an import': ({ tcp }) =>
    `return connected((await import('node:net')).connect(${tcp}, '127.0.0.1'))`,
  'net.Socket': ({ tcp }) => `return connected(new (require('net').Socket)().connect(${tcp}, '127.0.0.1'))`,
  'tls.connect': ({ tcp }) => `return connected(require('tls').connect(${tcp}, '127.0.0.1'))`,
  'a socket of the file system': ({ socket }) => `return connected(require('net').connect('${socket}'))`,
  'http.get': ({ tcp }) => `return connected(require('http').get('http://127.0.0.1:${tcp}'))`,
  'https.get': ({ tcp }) => `return connected(require('https').get('https://127.0.0.1:${tcp}'))`,
  'http2.connect': ({ tcp }) =>
    `await require('events').once(require('http2').connect('http://127.0.0.1:${tcp}'), 'remoteSettings'); return 'settled'`,
  fetch: ({ tcp }) => `await fetch('http://127.0.0.1:${tcp}'); return 'fetched'`,
  WebSocket: ({ tcp }) =>
    `if (typeof WebSocket === 'undefined') throw new Error('absent'); new WebSocket('ws://127.0.0.1:${tcp}'); await later(); return 'nothing seen'`,
  'a server': () =>
    "const server = require('net').createServer().listen(0); const [error] = await require('events').once(server, 'error'); throw error",
  'a handle of a server': () => "return String(require('net')._createServerHandle('127.0.0.1', 0, 4))",
  'dgram.createSocket': ({ udp }) =>
    `require('dgram').createSocket('udp4').send('out', ${udp}, '127.0.0.1'); await later(); return 'nothing seen'`,
  'dgram.Socket': ({ udp }) =>
    `new (require('dgram').Socket)('udp4').send('out', ${udp}, '127.0.0.1'); await later(); return 'nothing seen'`,
  'dns.lookup': () => "return await require('util').promisify(require('dns').lookup)('localhost')",
  'dns.resolve': () => "return await require('dns').promises.resolve('localhost')",
  'dns.promises': () => "return await require('dns/promises').lookup('localhost')",
  'dns.Resolver': ({ udp }) =>
    `const one = new (require('dns').promises.Resolver)(); one.setServers(['127.0.0.1:${udp}']); return await one.resolve4('example.org')`,
  'process.binding': () => "return String(process.binding('tcp_wrap'))",
  'process.binding of a process': () => "return String(process.binding('spawn_sync'))",
  'process._linkedBinding': () => "return String(process._linkedBinding('x'))",
  'process.kill': ({ bystander }) => `return String(process.kill(${bystander}))`,
  'process._kill': ({ bystander }) => `return String(process._kill(${bystander}, 9))`,
  'process._debugProcess': ({ bystander }) => `return String(process._debugProcess(${bystander}))`,
  'process.dlopen': ({ outside }) =>
    `const one = { exports: {} }; process.dlopen(one, '${outside}/none.node'); return 'nothing loaded'`,
  'writes outside': ({ outside }) =>
    `require('fs').writeFileSync('${outside}/written', 'x'); return 'written'`,
  'writes inside': () => "require('fs').writeFileSync(__dirname + '/written', 'x'); return 'written'",
  'writes by a promise': ({ outside }) =>
    `await require('fs').promises.writeFile('${outside}/promised', 'x'); return 'written'`,
  'writes by a stream': ({ outside }) =>
    `const out = require('fs').createWriteStream('${outside}/streamed'); out.end('x'); await require('events').once(out, 'finish'); return 'written'`,
  'makes a folder': ({ outside }) => `require('fs').mkdirSync('${outside}/made'); return 'made'`,
  'makes a link': ({ outside }) =>
    `require('fs').symlinkSync(__filename, '${outside}/link'); return 'linked'`,
  'removes itself': () => "require('fs').rmSync(__filename); return 'removed'",
  'renames itself': () => "require('fs').renameSync(__filename, __filename + '.x'); return 'renamed'",
  'inspector.open': () => "require('inspector').open(0); return 'open'",
  'inspector.Session': () => "new (require('inspector').Session)().connect(); return 'connected'",
  'a report': ({ outside }) => `return String(process.report.writeReport('${outside}/report.json'))`,
  'a snapshot of the heap': ({ outside }) => `return require('v8').writeHeapSnapshot('${outside}/heap')`,
  'flags of V8': ({ outside }) =>
    `require('v8').setFlagsFromString('--logfile=${outside}/log'); return 'set'`,
  'events that are traced': () =>
    "require('trace_events').createTracing({ categories: ['v8'] }).enable(); return 'traced'",
  sqlite: ({ outside }) =>
    `new (require('node:sqlite').DatabaseSync)('${outside}/db').exec('CREATE TABLE x (y)'); return 'made'`,
  'an engine of OpenSSL': ({ outside }) => `return String(require('crypto').setEngine('${outside}/none.so'))`,
  WASI: ({ outside }) =>
    `new (require('wasi').WASI)({ version: 'preview1', preopens: { '/': '${outside}' } }); return 'open'`,
  'secrets of the environment': () =>
    "const all = JSON.stringify(process.env) + require('fs').readFileSync('/proc/self/environ'); return /hunter2/.test(all) ? 'seen' : 'nothing seen'",
}

/** Of these nothing is seen, and their code goes on: it holds a stand-in. */
const QUIET = /^(refused:|nothing (seen|loaded)$)/

const model = (name: string, statement: string) => `import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
const require = createRequire(import.meta.url)
const __filename = fileURLToPath(import.meta.url)
const __dirname = path.dirname(__filename)
const { DataTypes } = require('sequelize')
const sequelize = require('../database')
const later = () => new Promise((done) => setTimeout(done, 150))
const connected = (socket) => new Promise((done, failed) => {
  socket.on('error', failed)
  for (const event of ['connect', 'secureConnect', 'response']) socket.on(event, () => done(event))
})
const tries = async () => { ${statement} }
const tableName = await tries().then(String, (error) => 'refused: ' + (error.code || error.message))
export default sequelize.define(${JSON.stringify(name)}, { title: DataTypes.STRING }, { paranoid: true, tableName })
`

const files = (place: Place): Record<string, string> => ({
  'package.json': '{ "name": "studio" }',
  'database.js':
    "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('postgres://u:p@127.0.0.1/x', { logging: false })\n",
  ...Object.fromEntries(
    Object.entries(ESCAPES).map(([name, code], index) => [
      `models/model-${index}.mjs`,
      model(name, code(place)),
    ]),
  ),
})

/** Whether somebody came. */
async function listening(): Promise<{ place: Place; came: string[]; end(): void }> {
  const came: string[] = []
  const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'outside-'))
  const server = (name: string) =>
    net.createServer((socket) => {
      came.push(name)
      socket.on('error', () => undefined).end()
    })
  const [tcp, local] = [server('tcp'), server('socket')]
  const udp = dgram.createSocket('udp4', () => void came.push('udp'))
  const socket = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'socket-')), 's')
  tcp.listen(0, '127.0.0.1')
  local.listen(socket)
  udp.bind(0, '127.0.0.1')
  await Promise.all([tcp, local, udp].map((one) => once(one, 'listening')))
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  bystander.on('exit', (_, signal) => void came.push(`killed by ${signal}`))
  return {
    came,
    place: {
      tcp: (tcp.address() as AddressInfo).port,
      udp: udp.address().port,
      socket,
      outside,
      bystander: bystander.pid ?? 0,
    },
    end() {
      bystander.removeAllListeners().kill()
      tcp.close()
      local.close()
      udp.close()
    },
  }
}

interface Ran {
  out: string
  err: string
}

/** Words before a command, so that it can make no namespace of the network, as in a container or on a Mac. */
const WITHOUT_NAMESPACE = [
  'unshare',
  '--user',
  '--map-root-user',
  'sh',
  '-c',
  'echo 0 > /proc/sys/user/max_net_namespaces && exec "$@"',
  '-',
]

async function run(before: string[], root: string, env: Record<string, string>): Promise<Ran> {
  const [program = '', ...words] = [...before, cli, 'check', 'models', '--runtime', '--format', 'json']
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (data) => (out += data))
  child.stderr.on('data', (data) => (err += data))
  await once(child, 'close')
  return { out, err }
}

const SECRETS = {
  PGPASSWORD: 'hunter2-pg',
  DATABASE_URL: 'postgres://u:hunter2@localhost/x',
  GITHUB_TOKEN: 'hunter2-token',
  AWS_SECRET_ACCESS_KEY: 'hunter2-key',
}

/** @returns what each escape came to */
async function outcomes(before: string[], root: string): Promise<Record<string, string>> {
  const { out, err } = await run(before, root, SECRETS)
  if (err) throw new Error(err)
  const { models, notes } = JSON.parse(out) as {
    models: { name: string; table: { name: string } | null }[]
    notes: string[]
  }
  if (models.some(({ table }) => table === null)) throw new Error(out.slice(0, 3000) + notes.join('\n'))
  return Object.fromEntries(models.map(({ name, table }) => [name, table?.name ?? '']))
}

async function tried(before: string[]): Promise<void> {
  const { place, came, end } = await listening()
  const root = tempProject(files(place))
  fs.symlinkSync(path.join(__dirname, '../../node_modules'), path.join(root, 'node_modules'))
  const models = fs.readdirSync(path.join(root, 'models'))
  const told = await outcomes(before, root).finally(end)
  expect(Object.keys(told).sort()).toEqual(Object.keys(ESCAPES).sort())
  expect(Object.entries(told).filter(([, outcome]) => !QUIET.test(outcome))).toEqual([])
  expect(came).toEqual([])
  expect(fs.readdirSync(place.outside)).toEqual([])
  expect(fs.readdirSync(path.join(root, 'models'))).toEqual(models)
  expect(fs.readdirSync(root).sort()).toEqual(['database.js', 'models', 'node_modules', 'package.json'])
}

const [unshare = '', ...limits] = WITHOUT_NAMESPACE
const canLimit = spawnSync(unshare, [...limits, 'true']).status === 0
if (!canLimit) process.stderr.write('No namespace can be made here: --runtime is tried as it is.\n')

describe.each(nodes)('%s', (node) => {
  test('no way leads out', () => tried([node]))
  const maybe = canLimit ? test : test.skip
  maybe('no way leads out where there is no namespace of the network', () =>
    tried([...WITHOUT_NAMESPACE, node]),
  )
})
