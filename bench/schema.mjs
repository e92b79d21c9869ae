/** Reading the schema of 900 tables of a PostgreSQL: our one question, and describeTable one by one. Left out without a server. */

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { median } from './measure.mjs'

const require = createRequire(import.meta.url)
const server = process.env.POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/postgres'
const TABLES = 900
const COLUMNS = ['id integer PRIMARY KEY', ...Array.from({ length: 11 }, (_, index) => `c${index} text`)]

const names = Array.from({ length: TABLES }, (_, index) => `table_${index}`)

/** @returns {Promise<{ ours: number, peer: number, ratio: number } | undefined>} seconds; undefined without a server */
export async function schemaRow(folder, rounds) {
  const { Sequelize } = require('sequelize')
  const admin = new Sequelize(server, { logging: false })
  if (
    !(await admin.authenticate().then(
      () => true,
      () => false,
    ))
  )
    return undefined
  const name = `deletedat_bench_${randomBytes(4).toString('hex')}`
  await admin.query(`CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  try {
    return await measured(url, folder, rounds)
  } finally {
    await admin.query(`DROP DATABASE ${name}`)
    await admin.close()
  }
}

async function measured(url, folder, rounds) {
  const { Sequelize } = require('sequelize')
  const { openDatabase } = require('../scripts/from-parts.cjs')('src/io/database/database.js')
  const project = path.join(folder, 'schema')
  fs.mkdirSync(project, { recursive: true })
  const sequelize = new Sequelize(url, { logging: false })
  for (const table of names) await sequelize.query(`CREATE TABLE ${table} (${COLUMNS.join(', ')})`)
  const database = await openDatabase({ environment: 'development', url }, project, { migrations: [] })
  const describe = sequelize.getQueryInterface()
  const peer = async () => {
    for (const table of names) await describe.describeTable(table)
  }
  const ours = async () => {
    const { tables } = await database.see(names.map((table) => ({ name: table })))
    if (tables.length !== TABLES) throw new Error(`${tables.length} tables were seen.`)
  }
  const runs = []
  for (let round = 0; round <= rounds; round++)
    runs.push({ ours: await timed(ours), peer: await timed(peer) })
  await database.close()
  await sequelize.close()
  const [, ...warm] = runs
  return {
    ours: median(warm.map((run) => run.ours)),
    peer: median(warm.map((run) => run.peer)),
    ratio: median(warm.map((run) => run.ours / run.peer)),
  }
}

async function timed(work) {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
