// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Queries queue behind a change that waits for its lock: it waits a second, lets them by, and tries again.
const [table, column] = ['__TABLE__', '__COLUMN__']
const migration = '__MIGRATION__'
const mark = `Soft delete, added by ${migration}` // The column's comment: `down` drops no column without it.
const { DELETEDAT_LOCK_TRIES: tries = 10, DELETEDAT_ALLOW_DATA_LOSS } = process.env
const columns = `SELECT col_description(attrelid, attnum) AS mark FROM pg_attribute
  WHERE attrelid = to_regclass(quote_ident(?)) AND attname = ? AND NOT attisdropped`

const [name, field] = [table, column].map((one) => `"${one.replace(/"/g, '""')}"`)

exports.up = async (db) => {
  const { rows } = await db.runSql(columns, [table, column])
  if (rows.length) return console.log(`${migration}: ${column} is there already, it stays as it is`)
  await gently(db, async () => {
    await db.addColumn(table, column, { type: 'timestamptz' })
    await db.runSql(`COMMENT ON COLUMN ${name}.${field} IS '${mark}'`)
  })
}

exports.down = async (db) => {
  const { rows } = await db.runSql(columns, [table, column])
  const ours = rows.length > 0 && rows[0].mark === mark
  if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
  const deleted = await db.runSql(`SELECT count(*) AS lost FROM ${name} WHERE ${field} IS NOT NULL`)
  const [{ lost }] = deleted.rows
  const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
  if (lost > 0 && !DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
  await gently(db, () => db.removeColumn(table, column))
}

exports._meta = { version: 1 }

/** In a part of the transaction that can be taken back, so that a lock that is not given costs only a try. */
async function gently(db, work, tried = 1) {
  await db.runSql("SAVEPOINT deletedat; SET LOCAL lock_timeout = '1s'")
  try {
    await work()
  } catch (error) {
    await db.runSql('ROLLBACK TO SAVEPOINT deletedat')
    if (tried >= tries || error.code !== '55P03') throw error
    const seconds = Math.min(0.1 * 2 ** tried, 10)
    console.log(`${table} is locked, again in ${seconds} s (${tried} of DELETEDAT_LOCK_TRIES=${tries})`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    await gently(db, work, tried + 1)
  }
}
