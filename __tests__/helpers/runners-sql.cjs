/** Runs a file of SQL as the programs that are not written in JavaScript do: `node runners-sql.cjs FILE [down]`. */

const { readFileSync } = require('node:fs')
const { Client } = require('pg')
const mysql = require('mysql2/promise')
const { Database } = require('./databases/sqlite-driver.cjs')

const [, , file, way = 'up'] = process.argv
const [up = '', down = ''] = readFileSync(file, 'utf8').split(/^-- migrate:down.*$/m)
const url = process.env.DATABASE_URL ?? ''

const runs = {
  async postgres(sql) {
    const client = new Client(url)
    client.on('notice', ({ message }) => process.stdout.write(`${message}\n`))
    const allowed = process.env.DELETEDAT_ALLOW_DATA_LOSS ? "SET deletedat.allow_data_loss = '1'" : ''
    await client.connect()
    try {
      await client.query(allowed)
      await client.query(sql)
    } finally {
      await client.end()
    }
  },
  async mysql(sql) {
    const client = await mysql.createConnection({ uri: url, multipleStatements: true })
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  },
  async sqlite(sql) {
    const database = new Database(url.slice('sqlite:'.length))
    for (const one of sql.split(/;\s*$/m).filter((text) => text.trim()))
      await new Promise((resolve, reject) =>
        database.run(one, (error) => (error ? reject(error) : resolve())),
      )
    database.close()
  },
}

runs[url.split(':')[0]](way === 'down' ? down : up).catch((error) => {
  process.stderr.write(error.message)
  process.exitCode = 1
})
