/** Runs a file of SQL as the programs that are not written in JavaScript do: `node runners-sql.cjs FILE [down]`. */

const { readFileSync } = require('node:fs')
const { Client } = require('pg')

const [, , file, way = 'up'] = process.argv
const [up = '', down = ''] = readFileSync(file, 'utf8').split(/^-- migrate:down.*$/m)
const client = new Client(process.env.DATABASE_URL)
client.on('notice', ({ message }) => process.stdout.write(`${message}\n`))
const allowed = process.env.DELETEDAT_ALLOW_DATA_LOSS ? "SET deletedat.allow_data_loss = '1'" : ''

client
  .connect()
  .then(() => client.query(allowed))
  .then(() => client.query(way === 'down' ? down : up))
  .catch((error) => {
    process.stderr.write(error.message)
    process.exitCode = 1
  })
  .finally(() => client.end())
