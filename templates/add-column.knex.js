// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Queries queue behind a change that waits for its lock: it waits a second, lets them by, and tries again.
const [table, schema, column] = ['__TABLE__', '__SCHEMA__', '__COLUMN__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The column's comment: `down` drops no column without it.
const { DELETEDAT_LOCK_TRIES: tries = 10, DELETEDAT_ALLOW_DATA_LOSS } = process.env
const limits = {
  pg: "SET LOCAL lock_timeout = '1s'",
  mysql: 'SET lock_wait_timeout = 1',
}
const marks = {
  pg: `SELECT col_description(attrelid, attnum) AS mark FROM pg_attribute
    WHERE attrelid = to_regclass(concat_ws('.', quote_ident(:schema), quote_ident(:table))) AND attname = :column`,
  mysql: `SELECT column_comment AS mark FROM information_schema.columns
    WHERE table_schema = COALESCE(:schema, DATABASE()) AND table_name = :table AND column_name = :column`,
}

exports.up = async (knex) => {
  const there = await schemaOf(knex).hasColumn(table, column)
  if (there) return console.log(`${migration}: ${column} is there already, it stays as it is`)
  await gently(knex, (trx) =>
    schemaOf(trx).alterTable(table, (change) => {
      change.timestamp(column).nullable().comment(mark)
    }),
  )
}

exports.down = async (knex) => {
  const ours = marks[kindOf(knex)]
    ? (await markIn(knex)) === mark
    : await schemaOf(knex).hasColumn(table, column)
  if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
  const rows = schema ? knex.withSchema(schema).from(table) : knex(table)
  const [{ lost }] = await rows.whereNotNull(column).count({ lost: '*' })
  const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
  if (lost > 0 && !DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
  await gently(knex, (trx) =>
    schemaOf(trx).alterTable(table, (change) => {
      change.dropColumn(column)
    }),
  )
}

const schemaOf = (knex) => (schema ? knex.schema.withSchema(schema) : knex.schema)

const kindOf = (knex) =>
  ({ pg: 'pg', postgres: 'pg', postgresql: 'pg', mysql: 'mysql', mysql2: 'mysql' })[knex.client.config.client]

async function markIn(knex) {
  const told = await knex.raw(marks[kindOf(knex)], { schema: schema || null, table, column })
  const [found] = told.rows || told[0]
  return found?.mark
}

/** In a transaction of its own, or a part of one, so that a lock that is not given costs only a try. */
async function gently(knex, work, tried = 1) {
  const limit = limits[kindOf(knex)]
  try {
    await knex.transaction(async (trx) => {
      if (limit) await trx.raw(limit)
      await work(trx)
    })
  } catch (error) {
    if (tried >= tries || !/^(55P03|ER_LOCK_WAIT_TIMEOUT|SQLITE_BUSY)$/.test(error.code)) throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is locked, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(knex, work, tried + 1)
  }
}
