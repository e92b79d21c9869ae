/** A replay of 1,000 migrations on embedded Postgres, and sequelize-cli on a real one. Left out without a server. */

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { compare } from './measure.mjs'
import { node } from './peers.mjs'

const require = createRequire(import.meta.url)
const server = process.env.POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/postgres'
const CONFIG = 'module.exports = { use_env_variable: "REPLAY_URL", dialect: "postgres", logging: false }\n'

/** @returns {Promise<{ ours: number, peer: number, ratio: number } | undefined>} undefined without a server */
export async function replayRow(project, ours, rounds) {
  const { Sequelize } = require('sequelize')
  const admin = new Sequelize(server, { logging: false })
  const isThere = await admin.authenticate().then(
    () => true,
    () => false,
  )
  await admin.close()
  if (!isThere) return undefined
  fs.mkdirSync(path.join(project, 'config'), { recursive: true })
  fs.writeFileSync(path.join(project, 'config/config.js'), CONFIG)
  const name = `deletedat_bench_${randomBytes(4).toString('hex')}`
  const REPLAY_URL = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const cli = path.join(path.dirname(ours), '../../sequelize-cli/lib/sequelize')
  const sequelizeCli = (...args) => node(cli, ...args)
  // Its database may not be there yet.
  const run = ([program, ...args]) =>
    spawnSync(program, args, { cwd: project, env: { ...process.env, REPLAY_URL } })
  const anew = () => {
    run(sequelizeCli('db:drop'))
    run(sequelizeCli('db:create'))
  }
  try {
    return compare(
      { argv: node(ours, 'check', 'models', '--migrations', 'migrations', '--replay'), cwd: project },
      { argv: sequelizeCli('db:migrate'), cwd: project, before: anew, also: { REPLAY_URL } },
      rounds,
    )
  } finally {
    run(sequelizeCli('db:drop'))
  }
}
