/** Other people at a database: who reads a table for long, and who waits for it. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { QueryTypes, Sequelize, type Transaction } from 'sequelize'
import type { TestDatabase } from './types'

const cli = path.join(__dirname, '../../../dist/src/cli/main.js')

/** The compiled tool in a process of its own. */
export function started(root: string, line: string, env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [cli, ...line.split(' ')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { code: null as number | null, out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (data) => void (told.out += data))
  child.stderr?.setEncoding('utf8').on('data', (data) => void (told.err += data))
  const ended = once(child, 'close').then(([code]) => ({ ...told, code: code as number | null }))
  const isAtWork = () => told.err.includes('Database ') || child.exitCode !== null
  return { told, ended, isAtWork, kill: () => void child.kill('SIGKILL') }
}

/** Polls what no event tells. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) if (await holds()) return
  throw new Error(`This never came: ${what}.`)
}

/** A connection beside the tool's, closed in the end. */
export async function beside<T>(
  { options }: TestDatabase,
  work: (sequelize: Sequelize) => Promise<T>,
): Promise<T> {
  const sequelize = new Sequelize({ ...options, pool: { max: 3 } })
  try {
    return await work(sequelize)
  } finally {
    await sequelize.close()
  }
}

/** A transaction that has read the table and stays open until `end`. */
export async function reader(sequelize: Sequelize, sql = 'SELECT * FROM sessions') {
  const transaction: Transaction = await sequelize.transaction()
  await sequelize.query(sql, { transaction })
  return { end: () => transaction.commit() }
}

const WAITERS = {
  postgres:
    'SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
  mysql:
    "SELECT count(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting for table%'",
  sqlite: 'SELECT 0 AS n',
}

export async function waiters(sequelize: Sequelize): Promise<number> {
  const sql = WAITERS[sequelize.getDialect() as keyof typeof WAITERS]
  const [row] = await sequelize.query<{ n: number }>(sql, { type: QueryTypes.SELECT })
  return Number(row?.n)
}
