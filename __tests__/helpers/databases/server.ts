/** A database server that is there already: one new database per test, all dropped in the end. */

import { randomBytes } from 'node:crypto'
import { type Options, Sequelize } from 'sequelize'
import type { Server, TestDatabase } from './types'

export const urlOptions = (url: string): Options => {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  return {
    dialect: protocol.slice(0, -1) as 'postgres' | 'mysql',
    host: hostname,
    port: Number(port),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    logging: false,
  }
}

export const databaseAt = (url: string): TestDatabase => {
  const options = urlOptions(url)
  return {
    dialect: options.dialect as TestDatabase['dialect'],
    options,
    config: `module.exports = ${JSON.stringify({ ...options, logging: undefined }, null, 2)}\n`,
    url,
  }
}

/** @param quote how this server quotes a name */
export async function serverAt(adminUrl: string, quote: '"' | '`'): Promise<Server> {
  const admin = new Sequelize(urlOptions(adminUrl))
  let last: string | undefined
  // A killed program's sessions live on for a moment; PostgreSQL would refuse for their sake.
  const force = quote === '"' ? ' WITH (FORCE)' : ''
  const drop = async () => {
    if (last) await admin.query(`DROP DATABASE IF EXISTS ${quote}${last}${quote}${force}`)
    last = undefined
  }
  return {
    async fresh() {
      await drop()
      last = `deletedat_${randomBytes(6).toString('hex')}`
      await admin.query(`CREATE DATABASE ${quote}${last}${quote}`)
      return databaseAt(Object.assign(new URL(adminUrl), { pathname: `/${last}` }).href)
    },
    async stop() {
      await drop()
      await admin.close()
    },
  }
}
