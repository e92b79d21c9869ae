/** Servers of our own, on free ports and in folders of the tests: they may be stopped, killed and filled up. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Sequelize } from 'sequelize'
import { freePort } from './pgbouncer'
import { databaseAt } from './server'
import type { TestDatabase } from './types'

export interface OwnServer {
  folder: string
  port: number
  /** A new database in it. */
  fresh(name: string, also?: string): Promise<TestDatabase>
  start(): Promise<void>
  /** `SIGINT` cuts all connections, `SIGKILL` is a crash. */
  stop(signal: NodeJS.Signals): Promise<void>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

const isInstalled = (program: string) => !spawnSync(program, ['--version']).error

/** Debian keeps them out of PATH. */
function postgresPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort() : []
  return versions.length ? path.join(debian, versions.at(-1) ?? '', 'bin') : ''
}

const inBin = (program: string) => path.join(postgresPrograms(), program)

/** Says why not, where the programs are not installed. */
export function hasOwn(name: 'postgres' | 'mariadb'): boolean {
  const program = { postgres: inBin('initdb'), mariadb: 'mariadb-install-db' }[name]
  if (isInstalled(program) || existsSync(program)) return true
  process.stderr.write(`Skipped: ${program} is not installed, so there is no ${name} server of our own.\n`)
  return false
}

/** The servers refuse to run as root. */
function userOf(name: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
  )
  return { uid, gid }
}

function folderFor({ uid, gid }: { uid?: number; gid?: number }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dd-own-'))
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  return folder
}

function ran(program: string, argv: string[], user: object): void {
  const { status, stdout, stderr, error } = spawnSync(program, argv, { ...user, cwd: '/', encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${error ?? ''}${stdout}${stderr}`)
}

interface Recipe {
  program: string
  argv: string[]
  user: object
  folder: string
  port: number
  url: string
}

async function running(recipe: Recipe): Promise<OwnServer> {
  const { program, argv, user, folder, port, url } = recipe
  const at = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  let child: ChildProcess | undefined
  const isUp = async () => {
    const sequelize = new Sequelize(url, { logging: false })
    const told = await sequelize.query('SELECT 1').then(
      () => true,
      () => false,
    )
    await sequelize.close()
    return told
  }
  const server: OwnServer = {
    folder,
    port,
    async fresh(name, also = '') {
      const sequelize = new Sequelize(url, { logging: false })
      await sequelize.query(`CREATE DATABASE ${name} ${also}`)
      await sequelize.close()
      return databaseAt(at(name))
    },
    async start() {
      child = spawn(program, argv, { ...user, cwd: '/', stdio: 'ignore' })
      for (let turn = 0; !(await isUp()); turn++) {
        if (turn > 300 || child.exitCode !== null) throw new Error(`${program} does not start.`)
        await pause(100)
      }
    },
    async stop(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
    async remove() {
      await server.stop('SIGKILL')
      await pause(200)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
    },
  }
  await server.start()
  return server
}

/** @param settings lines of its configuration, `name=value` */
export async function ownPostgres(settings: string[] = []): Promise<OwnServer> {
  const user = userOf('postgres')
  const folder = folderFor(user)
  ran(inBin('initdb'), ['-D', folder, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8'], user)
  return postgresIn(folder, user, settings)
}

/** A hot standby of it: everything can be read, and nothing written. */
export async function standbyOf(primary: OwnServer): Promise<OwnServer> {
  const user = userOf('postgres')
  const folder = folderFor(user)
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres']
  ran(inBin('pg_basebackup'), ['-D', folder, '-R', '--checkpoint=fast', '--no-sync', ...from], user)
  return postgresIn(folder, user, [])
}

async function postgresIn(folder: string, user: object, settings: string[]): Promise<OwnServer> {
  const port = await freePort()
  const all = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off', ...settings]
  const argv = ['-D', folder, '-p', String(port), ...all.flatMap((one) => ['-c', one])]
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  return running({ program: inBin('postgres'), argv, user, folder, port, url })
}

export async function ownMariaDB(settings: string[] = []): Promise<OwnServer> {
  const user = userOf('mysql')
  const folder = folderFor(user)
  const common = ['--no-defaults', `--datadir=${folder}`]
  ran('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db'], user)
  const port = await freePort()
  const socket = path.join(folder, 'own.sock')
  const argv = [...common, `--port=${port}`, '--bind-address=127.0.0.1', `--socket=${socket}`, ...settings]
  const url = `mysql://root@127.0.0.1:${port}/mysql`
  return running({ program: 'mariadbd', argv, user, folder, port, url })
}
