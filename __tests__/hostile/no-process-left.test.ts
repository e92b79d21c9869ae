/** The tool is killed while a process of its own runs the project's code: that one ends too, whatever it is doing. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { compiledProgram } from '../../src/io/loader'
import { until } from '../helpers/databases/traffic'
import { tempProject } from '../helpers/temp-project'

const cli = path.join(__dirname, '../../dist/src/cli/main.js')

const MODEL = `const { DataTypes, Model } = require('sequelize')
const { sequelize } = require('./db')
class User extends Model {}
User.init({ title: DataTypes.STRING }, { sequelize, tableName: 'users', paranoid: true })
`
const DB =
  "const { Sequelize } = require('sequelize')\nexports.sequelize = new Sequelize('postgres://localhost/none')\n"

/** Notes which process it is, and is busy for ever. */
const spins = (file: string) =>
  `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); for (;;) {}\n`

/** Answers a question that is asked again and again, as fast as it can. */
const CHATTERS = (file: string) => `
require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid))
const again = () => { Promise.reject(new Error('nobody hears this')); console.error('nor this'); setImmediate(again) }
again()
setInterval(() => undefined, 1000)
module.exports = new Promise(() => undefined)
`

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that has ended and that nobody has asked after is none.
    return process.platform !== 'linux' || !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const textOf = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const commandOf = (pid: number): string => textOf(`/proc/${pid}/cmdline`)

const childrenOf = (parent = 0): number[] =>
  textOf(`/proc/${parent}/task/${parent}/children`).split(' ').filter(Boolean).map(Number)

/** Kills the parent as soon as the child has said which it is, or some time later; the child must end. */
async function killed(root: string, args: string[], noted: string, later: number): Promise<void> {
  const parent = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' })
  await until('the child', () => fs.existsSync(noted) && fs.readFileSync(noted, 'utf8') !== '')
  const child = Number(fs.readFileSync(noted, 'utf8'))
  await pause(later)
  expect(isAlive(child)).toBe(true)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await until('the end of the child', () => !isAlive(child))
}

const project = (files: Record<string, string>) => {
  const root = tempProject({ 'package.json': '{}', 'models/db.js': DB, 'models/user.js': MODEL, ...files })
  fs.symlinkSync(path.join(__dirname, '../../node_modules'), path.join(root, 'node_modules'))
  return root
}

const noteOf = (root: string) => path.join(root, 'child-is')

describe.each([0, 600])('%i milliseconds after it has begun', (later) => {
  test('a config that never comes to an end', async () => {
    const root = project({})
    const noted = noteOf(root)
    fs.mkdirSync(path.join(root, 'config'))
    fs.writeFileSync(path.join(root, 'config/config.js'), spins(noted))
    await killed(root, [cli, 'check', 'models', '--evidence', 'database'], noted, later)
  })

  test('a config that fails in the background without end', async () => {
    const root = project({})
    const noted = noteOf(root)
    fs.mkdirSync(path.join(root, 'config'))
    fs.writeFileSync(path.join(root, 'config/config.js'), CHATTERS(noted))
    await killed(root, [cli, 'check', 'models', '--evidence', 'database'], noted, later)
  })

  // It may write nothing, so that the process is found by its parent.
  const onLinux = process.platform === 'linux' ? test : test.skip
  onLinux('a model that is run', async () => {
    const root = project({})
    fs.appendFileSync(path.join(root, 'models/user.js'), 'for (;;) {}\n')
    const parent = spawn(process.execPath, [cli, 'check', 'models', '--runtime'], {
      cwd: root,
      stdio: 'ignore',
    })
    const child = () => childrenOf(parent.pid).find((pid) => /program\.js/.test(commandOf(pid)))
    await until('the child', () => child() !== undefined)
    const pid = child() ?? 0
    await pause(later)
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    await until('the end of the child', () => !isAlive(pid))
  })

  test('sequelize-cli, as deploy starts it', async () => {
    const root = project({})
    const noted = noteOf(root)
    fs.mkdirSync(path.join(root, 'config'))
    fs.writeFileSync(path.join(root, 'config/config.js'), spins(noted))
    const starts = `
      const { sequelizeCli } = require(${JSON.stringify(path.join(__dirname, '../../dist/src/io/database/sequelize-cli.js'))})
      const source = { start: process.cwd(), environment: 'development' }
      sequelizeCli(source, 'migrations', (text) => text, () => undefined).run('db:migrate', '1.js')`
    await killed(root, ['-e', starts], noted, later)
  })
})

test('what the project itself starts ends with it', async () => {
  const root = project({})
  const noted = noteOf(root)
  fs.writeFileSync(path.join(root, 'child.js'), spins(noted))
  const starts = `require('node:child_process').fork('./child.js'); setInterval(() => undefined, 1000)`
  await killed(root, ['-r', compiledProgram('watchdog'), '-e', starts], noted, 0)
})
