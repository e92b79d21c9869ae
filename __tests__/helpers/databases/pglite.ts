/** Embedded Postgres in a process of its own, through the real `pg`. It has one database, which is emptied. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Sequelize } from 'sequelize'
import { databaseAt, urlOptions } from './server'
import type { DatabaseKind, Server } from './types'

const script = path.join(__dirname, '../../../scripts/pglite.mjs')

async function start(): Promise<Server> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [firstLine] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const url = String(firstLine).trim()
  if (child.exitCode !== null) throw new Error(`${script} ended with exit code ${url}.`)
  return {
    async fresh() {
      await empty(url)
      return databaseAt(url)
    },
    async stop() {
      const gone = once(child, 'exit')
      child.stdin.end()
      await gone
    },
  }
}

async function empty(url: string): Promise<void> {
  const sequelize = new Sequelize(urlOptions(url))
  for (const schema of [...((await sequelize.showAllSchemas({})) as unknown as string[]), 'public']) {
    await sequelize.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`)
  }
  await sequelize.query('CREATE SCHEMA public')
  await sequelize.close()
}

export const pglite: DatabaseKind = { start }
