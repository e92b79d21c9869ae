/** PgBouncer in front of a test database: each transaction gets whatever connection is free. */

import { spawn, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import type { Options } from 'sequelize'
import { tempProject } from '../temp-project'

/** Says why not, where it is not installed. */
export function hasPgBouncer(): boolean {
  const { error, status } = spawnSync('pgbouncer', ['--version'])
  if (!error && status === 0) return true
  process.stderr.write('Skipped: PgBouncer is not installed (apt-get install pgbouncer).\n')
  return false
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy())
  })

/** @returns the options of a connection through it */
export async function throughPgBouncer(
  { host, port, username, database }: Options,
  work: (options: Options) => Promise<void>,
): Promise<void> {
  const own = await freePort()
  const folder = tempProject({
    'pgbouncer.ini': `[databases]
${database} = host=${host} port=${port} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
auth_type = any
pool_mode = transaction
default_pool_size = 4
server_round_robin = 1
ignore_startup_parameters = extra_float_digits,options
`,
  })
  // It refuses to run as root.
  chmodSync(folder, 0o755)
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn('pgbouncer', [...user, path.join(folder, 'pgbouncer.ini')], { stdio: 'ignore' })
  try {
    for (let tries = 0; !(await answers(own)); tries++) {
      if (tries > 100) throw new Error('PgBouncer does not answer.')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await work({ host, port: own, username, database })
  } finally {
    child.kill('SIGKILL')
  }
}
